import { OWNER } from '@council/access';
import { Estimate, ExecuteRequest, Ledger, type NewEvent, PricingList, SessionView } from '@council/contracts';
import { SessionStarter } from '@council/council';
import { EventStore } from '@council/council-core';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { COUNCIL_DEBATE } from '../test/council-client.mjs';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const SESSION = {
  template_uuid: COUNCIL_DEBATE,
  input: { document_content: '# Plan\n\nWe sell by post.\n'.repeat(40) },
};
const KEYS = { DEEPSEEK_API_KEY: 'k-deepseek', DASHSCOPE_API_KEY: 'k-dashscope', OPENROUTER_API_KEY: 'k-openrouter' };

let database: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  database = await openTestDatabase(KEYS);
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
});

afterAll(async () => {
  await app.close();
  await database.close();
});

const call = (method: Method, path: string, body?: object) => callApp(app, method, path, body);

async function estimate(path: 'sessions' | 'workflows', body: object): Promise<Estimate> {
  const answer = await call('POST', `/${path}/estimate`, body);
  expect(answer).toMatchObject({ status: 200 });
  return Estimate.strict().parse(answer.body);
}

const rowsOf = async (table: string): Promise<number> => {
  const [row] = await app.get(DataSource).query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`);
  return row?.n ?? -1;
};

describe('prices', () => {
  const MINE = { provider: 'openrouter', model: 'mine', input_per_1k: 0.002, output_per_1k: 0.006 };
  const find = async (provider: string, model: string) =>
    PricingList.strict()
      .parse((await call('GET', '/models/pricing')).body)
      .items.find((item) => item.provider === provider && item.model === model);

  it('are those of the list, per thousand and per million, and nothing is guessed', async () => {
    expect(await find('deepseek', 'deepseek-chat')).toEqual({
      provider: 'deepseek',
      model: 'deepseek-chat',
      input_per_1k: 0.00014,
      output_per_1k: 0.00028,
      input_per_1m: 0.14,
      output_per_1m: 0.28,
      currency: 'USD',
      source: 'list',
      context_window: null,
    });
    expect(await find('openrouter', 'mine')).toBeUndefined();
  });

  it("are a user's own where one was entered, until it is taken back", async () => {
    expect(await call('PUT', '/models/pricing', MINE)).toMatchObject({ status: 200, body: { source: 'user' } });
    const cheaper = { provider: ' Gemini ', model: 'gemini-1.5-pro', input_per_1k: 0.001, output_per_1k: 0.002 };
    expect(await call('PUT', '/models/pricing', cheaper)).toMatchObject({ body: { provider: 'google' } });
    expect(await find('openrouter', 'mine')).toMatchObject({ input_per_1m: 2, source: 'user' });
    expect(await find('google', 'gemini-1.5-pro')).toMatchObject({ output_per_1k: 0.002, source: 'user' });
    expect(await call('DELETE', '/models/pricing', cheaper)).toEqual({ status: 204, body: null });
    expect(await find('google', 'gemini-1.5-pro')).toMatchObject({ output_per_1k: 0.005, source: 'list' });
    expect(await call('DELETE', '/models/pricing', cheaper)).toMatchObject({
      status: 404,
      body: { code: 'PRICE.NOT_FOUND' },
    });
  });

  it('are refused when they cannot be prices', async () => {
    for (const bad of [{ input_per_1k: -1 }, { output_per_1k: 11 }, { model: ' ' }, { input_per_1k: '0.1' }]) {
      expect(await call('PUT', '/models/pricing', { ...MINE, ...bad })).toMatchObject({
        status: 422,
        body: { code: 'REQUEST.INVALID' },
      });
    }
  });
});

describe('estimates', () => {
  it("speak of the seats' real models, and leave nothing behind", async () => {
    const before = await Promise.all(['sessions', 'session_events', 'workflows'].map(rowsOf));
    const made = await estimate('sessions', SESSION);
    expect(made.breakdown.map(({ model }) => model).sort()).toEqual(['deepseek-chat', 'deepseek-chat', 'qwen-max']);
    const { low = 0, high = 0 } = made.cost_range_usd ?? {};
    expect(made.total_cost_usd).toBeGreaterThan(low);
    expect(high).toBeLessThanOrEqual(3 * low);
    expect(made.breakdown[0]?.alternatives.length).toBeGreaterThan(0);
    expect(await Promise.all(['sessions', 'session_events', 'workflows'].map(rowsOf))).toEqual(before);
  });

  it('follow the document and the overrides', async () => {
    const affirmative = 'a5317f00-f528-5d43-a733-85c5b531a2e3';
    const overrides = { [affirmative]: { provider: 'openrouter', model: 'nobody-knows' } };
    const made = await estimate('sessions', { ...SESSION, overrides });
    expect(made).toMatchObject({ total_cost_usd: null, warnings: [{ type: 'price_unknown' }] });
    const usual = await estimate('sessions', SESSION);
    const input = { document_content: SESSION.input.document_content.repeat(20) };
    const long = await estimate('sessions', { ...SESSION, input });
    expect(long.estimated_tokens.input).toBeGreaterThan(3 * usual.estimated_tokens.input);
  });

  it('of a graph alone assume a document and keep the shape of the reference', async () => {
    const { body } = await call('GET', `/templates`);
    const templates = body as { template_uuid: string; graph: object }[];
    const graph = templates.find((template) => template.template_uuid === COUNCIL_DEBATE)?.graph ?? {};
    const made = await estimate('workflows', graph);
    expect(made.is_document_assumed).toBe(true);
    expect(Object.keys(made.node_breakdown)).toContain('start');
    expect(Object.keys(made.agent_breakdown)).toHaveLength(3);
    const asked = await estimate('workflows', { ...graph, input: { optimization_objective: 'Shall we?' } });
    expect(asked).toMatchObject({ is_document_assumed: false });
    expect(asked.total_tokens).toBeLessThan(made.total_tokens);
  });

  it('name cheaper models with the override that seats them, and that override is cheaper', async () => {
    const dear = await estimate('sessions', SESSION);
    const seat = dear.breakdown.find(({ model }) => model === 'qwen-max');
    const [best] = seat?.alternatives ?? [];
    const overrides = best?.override ?? {};
    const cheaper = await estimate('sessions', { ...SESSION, overrides });
    expect(Object.values(overrides)).toEqual([{ provider: best?.provider, model: best?.model }]);
    expect((dear.total_cost_usd ?? 0) - (cheaper.total_cost_usd ?? 0)).toBeCloseTo(best?.saves_usd ?? 0, 6);
  });

  it('are refused for what could not be started', async () => {
    expect(await call('POST', '/sessions/estimate', { ...SESSION, input: {} })).toMatchObject({
      status: 422,
      body: { code: 'SESSION.NOTHING_ASKED' },
    });
  });
});

describe('a budget', () => {
  // The judge's deputy would speak with the model of the seat beside it.
  it('in money is refused where a price is unknown, with the seats; one in tokens is not', async () => {
    const affirmative = 'a5317f00-f528-5d43-a733-85c5b531a2e3';
    const overrides = { [affirmative]: { provider: 'openrouter', model: 'nobody-knows' } };
    const start = (more: object) => call('POST', '/workflows/execute', { ...SESSION, ...more });
    expect(await start({ overrides, budget: { usd: 1 } })).toMatchObject({
      status: 422,
      body: {
        code: 'BUDGET.PRICE_UNKNOWN',
        issues: [{ node_id: 'agent_adjudicator' }, { node_id: 'agent_affirmative', path: 'budget.usd' }],
      },
    });
    expect(await rowsOf('sessions')).toBe(0);
    const open = (budget: object) =>
      app.get(SessionStarter, { strict: false }).open(ExecuteRequest.parse({ ...SESSION, ...budget }), OWNER);
    for (const budget of [{ tokens: 9_000 }, { usd: 1 }]) {
      const id = await open({ budget, ...('tokens' in budget ? { overrides } : {}) });
      expect((await call('GET', `/sessions/${id}`)).body).toMatchObject({ budget });
    }
  });
});

describe('the ledger', () => {
  const turn = { turn_id: 'agent_affirmative#1', provider: 'deepseek', model: 'deepseek-chat' };
  const started = (attempt: number): NewEvent => ({
    event: 'model_call:started',
    node_id: 'agent_affirmative',
    data: { ...turn, agent_id: null, attempt },
  });
  const usage = { input_tokens: 900, output_tokens: 70, is_estimated: true, estimated_cost_usd: 0.25 };

  it('lists a failed attempt with what it used, and its sums are the usage of the session', async () => {
    const id = await app.get(SessionStarter, { strict: false }).open(ExecuteRequest.parse(SESSION), OWNER);
    const error = { code: 'MODEL.CUT_STREAM', message: 'the answer broke off' };
    const data = {
      turn_id: turn.turn_id,
      attempt: 1,
      error,
      retry_in_ms: 5,
      usage,
      latency_ms: 12,
      partial_text: 'ab',
    };
    const failed: NewEvent = { event: 'model_call:failed', node_id: 'agent_affirmative', data };
    await app.get(EventStore, { strict: false }).append(id, null, [started(1), failed, started(2)]);
    const ledger = Ledger.strict().parse((await call('GET', `/sessions/${id}/ledger`)).body);
    expect(ledger.items).toMatchObject([
      { attempt: 1, outcome: 'failed', cost_usd: 0.25, latency_ms: 12, error, partial_text_length: 2 },
    ]);
    const session = SessionView.parse((await call('GET', `/sessions/${id}`)).body);
    const { attempts, currency, ...sums } = ledger.totals;
    expect(sums).toEqual(session.usage);
    expect([attempts, currency]).toEqual([1, 'USD']);
  });

  it('of nobody is not found', async () => {
    const path = '/sessions/00000000-0000-4000-8000-000000000000/ledger';
    expect(await call('GET', path)).toMatchObject({ status: 404, body: { code: 'SESSION.NOT_FOUND' } });
  });
});

it('describes itself, with examples', async () => {
  const { body } = await call('GET', '/openapi.json');
  const { paths, components } = body as {
    paths: Record<string, Record<string, { operationId: string; requestBody?: object }>>;
    components: { schemas: Record<string, { example?: unknown }> };
  };
  expect(paths['/api/v1/models/pricing']?.['put']).toMatchObject({ operationId: 'putPrice', requestBody: {} });
  expect(paths['/api/v1/sessions/estimate']?.['post']).toMatchObject({ operationId: 'estimateSession' });
  expect(paths['/api/v1/workflows/estimate']?.['post']).toMatchObject({ operationId: 'estimateWorkflow' });
  expect(paths['/api/v1/sessions/{id}/ledger']?.['get']).toMatchObject({ operationId: 'getLedger' });
  for (const name of ['Estimate', 'Ledger', 'PricingEntry', 'ModelPrice']) {
    expect(components.schemas[name]?.example).toBeDefined();
  }
});
