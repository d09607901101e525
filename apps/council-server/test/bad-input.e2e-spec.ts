import { sha256 } from '@council/kernel';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient, debateOn } from './api-client.js';
import { UNREADABLE } from './bad-bodies.js';
import { UNKEEPABLE } from './bad-drafts.js';
import { UNASKABLE } from './bad-executions.js';
import { UNFINDABLE } from './bad-reads.js';
import type { BadRequest } from './bad-request.js';
import { BROKEN_GRAPHS, drawGraph } from './drawn-graphs.js';
import { send } from './raw-http.js';
import { SpawnedServer } from './spawned-server.mjs';

/** Each request is refused with a problem document that says why, and leaves everything as it was. */
let database: TestDatabase;
let server: SpawnedServer;
let before: string;
const api = new ApiClient(() => server);

beforeAll(async () => {
  database = await openTestDatabase();
  server = await SpawnedServer.start(database);
  before = await everything();
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

/** All that the API lists, word for word; long lists as the ids in them and a sum. */
async function everything(): Promise<string> {
  const lists = ['/agents', '/groups', '/workflows', '/templates', '/sessions?limit=100'];
  const answers = await Promise.all(lists.map((path) => api.call('GET', path)));
  expect(answers.map(({ status }) => status)).toEqual(lists.map(() => 200));
  return answers.map(({ text }, index) => `${lists[index] ?? ''} ${idsIn(text)} ${sha256(text)}`).join('\n');
}

const idsIn = (text: string): string =>
  [...text.matchAll(/"(?:agent|group|workflow|template|session)_uuid":"([^"]+)"/g)].map(([, id]) => id).join(' ');

async function expectUnchanged(): Promise<void> {
  const [then, now] = [before, await everything()];
  before = now;
  expect(now).toBe(then);
}

async function expectRefusal({ request, body, raw, headers, answer, issue }: BadRequest): Promise<void> {
  const [method = '', path = ''] = request.split(' ');
  const isJson = body !== undefined;
  const all = { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers };
  const problem = api.refusal(await send(api.port, method, `/api/v1${path}`, all, isJson ? JSON.stringify(body) : raw));
  expect(`${problem.status} ${problem.code}`).toBe(answer);
  if (issue !== undefined) expect(problem.issues?.map((one) => one.path)).toContain(issue);
  await expectUnchanged();
}

describe('a request that cannot be read', () => {
  it.each(UNREADABLE)('$what', expectRefusal);
});

describe('a request that asks for the impossible', () => {
  it.each(UNASKABLE)('$what', expectRefusal);
});

describe('a request to keep what cannot be kept', () => {
  it.each(UNKEEPABLE)('$what', expectRefusal);
});

describe('a request for what is not there', () => {
  it.each(UNFINDABLE)('$what', expectRefusal);
});

describe('a graph that breaks a rule', () => {
  it.each(BROKEN_GRAPHS)('%s', async (_what, code, graph) => {
    const execution = { input: debateOn('A plan.')['input'], graph };
    const answers = [
      await api.call('POST', '/workflows/execute', execution),
      await api.call('POST', '/workflows', graph),
      await api.call('POST', '/templates', { name: 'T', graph }),
    ];
    for (const problem of answers.map((answer) => api.refusal(answer))) {
      expect(problem.status).toBe(422);
      expect(problem.issues?.map((issue) => issue.code)).toContain(code);
    }
    await expectUnchanged();
  });

  it('or several is told of all of them at once', async () => {
    const graph = drawGraph({
      voice: { node_id: 'voice', type: 'oracle', next_ids: ['nowhere'] },
      island: { node_id: 'island', type: 'agent', next_ids: [], properties: {} },
    });
    const { issues = [] } = api.refusal(await api.call('POST', '/workflows', graph));
    const codes = ['GRAPH.KIND_UNKNOWN', 'GRAPH.DANGLING_EDGE', 'GRAPH.PROPERTY', 'GRAPH.UNREACHABLE'];
    expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
    expect(issues.find(({ code }) => code === 'GRAPH.DANGLING_EDGE')).toMatchObject({ node_id: 'voice' });
  });
});
