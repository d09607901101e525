import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { ApiClient } from './api-client.js';
import { NOBODY } from './bad-request.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import {
  FilesRead,
  GraphRead,
  KnowledgeRead,
  ReferenceClient,
  SessionRead,
  StartedRead,
  TemplateRead,
} from './reference-client.js';
import { SpawnedServer } from './spawned-server.mjs';
import { SteadyModel } from './steady-model.mjs';

jest.setTimeout(TEST_TIMEOUT_MS);

/** A client that was written for the reference: its starter, its meeting room, its panels. */
const DOCUMENT = '# Move the archive\nThe archive moves in the second quarter.\nNobody has measured the copy.\n';
const COUNCIL = 'ea6321da-0adf-5aa0-9202-c4e58664df62';
let database: TestDatabase;
let model: SteadyModel;
let server: SpawnedServer;
const api = new ApiClient(() => server);
const client = new ReferenceClient(api);

beforeAll(async () => {
  database = await openTestDatabase();
  model = await SteadyModel.start(0);
  const llm = { LLM_PROVIDER: 'custom', LLM_MODEL: 'steady', LLM_BASE_URL: model.baseUrl };
  server = await SpawnedServer.start({ environment: { ...database.environment, ...llm } });
});

afterAll(async () => {
  await server.stop();
  await model.stop();
  await database.close();
});

/** As the starter does: the whole graph of a template, and what was typed. */
async function start(template: string, more: object = {}): Promise<string> {
  const templates = await client.reads(z.array(TemplateRead), 200, 'GET', '/templates');
  const graph = templates.find(({ name }) => name === template)?.graph;
  const input = { document_content: DOCUMENT, optimization_objective: 'Is it realistic?', ...more };
  const started = await client.reads(StartedRead, 202, 'POST', '/workflows/execute', { graph, input });
  return started.session_uuid;
}

const read = (uuid: string) => client.reads(SessionRead, 200, 'GET', `/sessions/${uuid}`);
const waiting = (uuid: string) => api.session(uuid, ({ waiting_for }) => waiting_for.length > 0);

describe('the starter', () => {
  it('shows why nothing can be started', async () => {
    expect(await client.refused('POST', '/workflows/execute', { graph: null, input: {} })).toMatch(/^422 /);
    expect(await client.refused('POST', '/workflows/execute', {})).toBe('422 SESSION.ONE_GRAPH');
  });
});

describe('the meeting room', () => {
  it('restores a session and its graph by their ids', async () => {
    const uuid = await start('Council Debate');
    await api.ended(uuid);
    const session = await read(uuid);
    expect(session).toMatchObject({ session_uuid: uuid, status: 'completed', group_uuid: '' });
    const graph = await client.reads(GraphRead, 200, 'GET', `/workflows/${session.workflow_uuid}`);
    expect(Object.keys(session.node_statuses).toSorted()).toEqual(Object.keys(graph.nodes).toSorted());
    expect(new Set(Object.values(session.node_statuses))).toEqual(new Set(['completed']));
  });

  it('is told of a session that is not there', async () => {
    expect(await client.refused('GET', `/sessions/${NOBODY}`)).toBe('404 SESSION.NOT_FOUND');
    expect(await client.refused('GET', '/sessions/current')).toBe('400 REQUEST.MALFORMED');
  });

  it('pauses, resumes and stops', async () => {
    const uuid = await start('Council Optimize');
    await waiting(uuid);
    const control = (action: string) => client.succeeds(200, 'POST', `/sessions/${uuid}/control`, { action });
    for (const [action, status] of [
      ['pause', 'paused'],
      ['resume', 'running'],
      ['stop', 'cancelled'],
    ] as const) {
      await control(action);
      await api.session(uuid, (session) => session.status === status);
    }
    expect(await client.refused('POST', `/sessions/${uuid}/control`, { action: 'resume' })).toMatch(/^409 /);
    expect(await client.refused('POST', `/sessions/${NOBODY}/control`, { action: 'stop' })).toMatch(/^404 /);
  });
});

describe('the review', () => {
  const feedback = 'The costs are missing.';

  it('of the session "current" and of no node, as the modal sends it, is refused and decides nothing', async () => {
    const uuid = await start('Council Optimize');
    await waiting(uuid);
    const sent = { node_id: undefined, action: 'approve', data: { feedback } };
    for (const address of ['current', uuid]) {
      expect(await client.refused('POST', `/sessions/${address}/review`, sent)).toBe('422 REQUEST.INVALID');
    }
    const named = { ...sent, node_id: 'human_review' };
    expect(await client.refused('POST', '/sessions/current/review', named)).toBe('400 REQUEST.MALFORMED');
    expect((await read(uuid)).node_statuses['human_review']).toBe('suspended');
    await client.succeeds(200, 'POST', `/sessions/${uuid}/control`, { action: 'stop' });
  });

  it('is decided by the name of its node while that has asked once, and its feedback is kept', async () => {
    const uuid = await start('Council Optimize');
    await waiting(uuid);
    const modified_content = '# Move the archive\nThe archive moves in May.\n';
    const modify = { node_id: 'human_review', action: 'modify', data: { feedback, modified_content } };
    await client.succeeds(200, 'POST', `/sessions/${uuid}/review`, modify);
    const second = (await api.session(uuid, ({ waiting_for }) => waiting_for[0]?.round === 2)).waiting_for[0];
    const { files } = await client.reads(FilesRead, 200, 'GET', `/sessions/${uuid}/files`);
    expect(files.map(({ path }) => path)).toEqual(['/document.md']);
    const reject = { node_id: 'human_review', action: 'reject', data: { feedback } };
    expect(await client.refused('POST', `/sessions/${uuid}/review`, reject)).toBe('409 REVIEW.NAME_IT');
    const named = { ...reject, review_uuid: second?.review_uuid };
    await client.succeeds(200, 'POST', `/sessions/${uuid}/review`, named);
    expect(await api.ended(uuid)).toMatchObject({ status: 'cancelled' });
    const decided = z.array(
      z.object({ decision: z.object({ action: z.string(), data: z.object({ comment: z.string() }) }) }),
    );
    const reviews = await client.reads(decided, 200, 'GET', `/sessions/${uuid}/reviews`);
    expect(reviews.map(({ decision }) => [decision.action, decision.data.comment])).toEqual([
      ['reject', feedback],
      ['modify', feedback],
    ]);
  });
});

describe('the panels beside the conversation', () => {
  it('show the files with their authors and reasons', async () => {
    const uuid = await start('Council Optimize');
    await waiting(uuid);
    const { files } = await client.reads(FilesRead, 200, 'GET', `/sessions/${uuid}/files`);
    expect(files).toEqual([expect.objectContaining({ path: '/document.md', version: 2, reason: 'Order 1' })]);
    const all = z.object({ history: FilesRead.shape.files });
    const history = `/sessions/${uuid}/files/history?path=/document.md`;
    expect((await client.reads(all, 200, 'GET', history)).history.map(({ version }) => version)).toEqual([2, 1]);
    await client.succeeds(200, 'POST', `/sessions/${uuid}/control`, { action: 'stop' });
  });

  it('show what the group of the session knows, by layer', async () => {
    const content = 'The archive in Lyon holds nine thousand boxes, and nobody has counted them since the flood.';
    await client.succeeds(200, 'POST', '/memory/ingest', { group_id: COUNCIL, content });
    const [grouped, alone] = [await start('Council Debate', { group_uuid: COUNCIL }), await start('Council Debate')];
    const known = async (uuid: string, layer: string) =>
      (await client.reads(KnowledgeRead, 200, 'GET', `/sessions/${uuid}/knowledge?layer=${layer}`)).items;
    for (const layer of ['all', 'cold', 'long-term']) {
      expect(await known(grouped, layer)).toEqual([
        expect.objectContaining({ content, summary: content, memory_layer: 'long-term' }),
      ]);
    }
    for (const layer of ['hot', 'working', 'sandboxed']) expect(await known(grouped, layer)).toEqual([]);
    expect(await known(alone, 'all')).toEqual([]);
    expect(await client.refused('GET', `/sessions/${grouped}/knowledge?layer=deep`)).toBe('400 REQUEST.MALFORMED');
    expect(await client.refused('GET', `/sessions/${NOBODY}/knowledge`)).toBe('404 SESSION.NOT_FOUND');
    await api.ended(grouped);
    await api.ended(alone);
  });
});
