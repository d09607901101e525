import { GraphCheck, NodeKindList } from '@council/contracts';
import { RUNNABLE_KINDS, SEEDED_AGENTS } from '@council/council-core';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NOBODY } from '../test/bad-request.js';
import { drawGraph } from '../test/drawn-graphs.js';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

let database: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  // One model for every seat; the vendor that a seat below is bound to has no key.
  database = await openTestDatabase({ LLM_PROVIDER: 'custom', LLM_MODEL: 'one', LLM_BASE_URL: 'http://127.0.0.1:9' });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
});

afterAll(async () => {
  await app.close();
  await database.close();
});

const call = (method: Method, path: string, body?: object) => callApp(app, method, path, body);

async function check(graph: object): Promise<GraphCheck> {
  const answer = await call('POST', '/workflows/validate', graph);
  expect(answer).toMatchObject({ status: 200 });
  return GraphCheck.strict().parse(answer.body);
}

const voice = (properties: object, next: readonly string[] = ['end']): Record<string, unknown> => ({
  node_id: 'voice',
  type: 'agent',
  name: 'voice',
  next_ids: next,
  properties,
});

describe('the check of a graph', () => {
  it('finds nothing in a good one, bare or wrapped', async () => {
    const good = { valid: true, issues: [], warnings: [] };
    expect(await check(drawGraph())).toEqual(good);
    expect(await check({ graph: drawGraph() })).toEqual(good);
  });

  it('says everything at once: form, rules, and agents that are not there', async () => {
    const { valid, issues } = await check(
      drawGraph(
        {
          voice: voice({ agent_uuid: NOBODY }, ['end', 'second', 'nowhere']),
          second: { ...voice({ agent_uuid: NOBODY }), node_id: 'second' },
          third: { node_id: 'third', type: 'oracle', next_ids: 'end' },
        },
        { workflow_uuid: 'mine' },
      ),
    );
    expect(valid).toBe(false);
    expect(issues.map(({ code, path, node_id }) => [code, path, node_id])).toEqual([
      ['GRAPH.FORM', 'nodes.third.next_ids', 'third'],
      ['GRAPH.DANGLING_EDGE', 'nodes.voice.next_ids.2', 'voice'],
      ['GRAPH.KIND_UNKNOWN', 'nodes.third.type', 'third'],
      ['GRAPH.UNREACHABLE', 'nodes.third', 'third'],
      ['GRAPH.WORKFLOW_ID', 'workflow_uuid', undefined],
      ['SESSION.AGENT_UNKNOWN', 'nodes.voice.properties.agent_uuid', 'voice'],
      ['SESSION.AGENT_UNKNOWN', 'nodes.second.properties.agent_uuid', 'second'],
    ]);
  });

  it('warns of a council of one model, and of a seat that nobody could speak for', async () => {
    const two = {
      voice: voice({ agent_uuid: SEEDED_AGENTS.negative }, ['second']),
      second: { ...voice({ agent_uuid: SEEDED_AGENTS.affirmative }), node_id: 'second' },
    };
    const { valid, warnings } = await check(drawGraph(two));
    expect([valid, warnings.map(({ code }) => code)]).toEqual([true, ['GRAPH.ONE_MODEL']]);
    const bound = drawGraph({
      end: { node_id: 'end', type: 'end', next_ids: [], properties: { provider: 'openai', model: 'm' } },
    });
    const missing = await check(bound);
    expect(missing.warnings.map(({ code, node_id }) => [code, node_id])).toEqual([['GRAPH.SEAT_WITHOUT_MODEL', 'end']]);
  });

  it('is refused what is no object', async () => {
    expect(await call('POST', '/workflows/validate', [])).toMatchObject({ status: 422 });
  });
});

describe('the kinds of nodes', () => {
  it('are those that can run, each with a schema that says what its properties take', async () => {
    const answer = await call('GET', '/workflows/kinds');
    expect(answer.status).toBe(200);
    const { items } = NodeKindList.strict().parse(answer.body);
    expect(items.map(({ kind }) => kind)).toEqual([...RUNNABLE_KINDS.keys()]);
    expect(items.find(({ kind }) => kind === 'agent')).toMatchObject({
      exits: { min: 0, max: 64 },
      words: { en: { name: 'Agent' }, zh: { name: '成员' } },
      properties: {
        type: 'object',
        additionalProperties: false,
        properties: { on_error: { enum: ['fail', 'continue'], default: 'fail', description: expect.any(String) } },
      },
    });
  });
});
