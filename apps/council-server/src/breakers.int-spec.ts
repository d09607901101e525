import { AppConfig, type BreakerConfig } from '@council/config';
import { AuditList, Ledger, type LogEvent, SessionView } from '@council/contracts';
import { EventStore, SEEDED_AGENTS } from '@council/council-core';
import { graphOf, openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { eventually } from '../test/eventually.js';
import { type Straying, StrayingUpstream } from '../test/straying-upstream.js';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const AGENT = { agent_uuid: SEEDED_AGENTS.surgeon };
const SEAT = graphOf(
  { start: ['start', 'seat'], seat: ['agent', 'end'], end: ['end'] },
  { seat: { ...AGENT, tools: [] } },
);
/** Two seats at once, of which each may go astray. */
const PAIR = graphOf(
  {
    start: ['start', 'fork'],
    fork: ['parallel', 'one', 'two'],
    one: ['agent', 'end'],
    two: ['agent', 'end'],
    end: ['end'],
  },
  { one: { ...AGENT, tools: [] }, two: { ...AGENT, tools: [] } },
);
const LOOP = graphOf(
  { start: ['start', 'seat'], seat: ['agent', 'loop'], loop: ['loop', 'seat', 'end'], end: ['end'] },
  { seat: { ...AGENT, tools: [] }, loop: { max_rounds: 5 } },
);

let database: TestDatabase;
let app: NestFastifyApplication;
let upstream: StrayingUpstream;
let defaults: BreakerConfig;

beforeAll(async () => {
  upstream = await StrayingUpstream.start();
  const model = { LLM_PROVIDER: 'custom', LLM_MODEL: 'honest', LLM_BASE_URL: upstream.baseUrl };
  database = await openTestDatabase({ ...model, LLM_MAX_ATTEMPTS: '1' });
  defaults = database.config.breakers;
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
});
afterAll(async () => {
  await app.close();
  await upstream.stop();
  await database.close();
});
beforeEach(() => {
  upstream.isHealed = false;
  limit({});
});

/** What the sessions that begin from now on are held to. */
const limit = (more: Partial<BreakerConfig>): void => {
  Object.assign(app.get(AppConfig, { strict: false }), { breakers: { ...defaults, ...more } });
};

const ask = (method: Method, path: string, body?: object) => callApp(app, method, path, body);

async function begin(model: Straying, graph: object = SEAT): Promise<string> {
  const { body } = await ask('POST', '/workflows/execute', {
    graph,
    input: { document_content: 'The archive moves in the second quarter.\n' },
    overrides: { [SEEDED_AGENTS.surgeon]: { provider: 'custom', model } },
  });
  const { session_uuid } = body as { session_uuid?: string };
  if (session_uuid === undefined) throw new Error(JSON.stringify(body));
  return session_uuid;
}

const view = async (id: string): Promise<SessionView> => SessionView.parse((await ask('GET', `/sessions/${id}`)).body);
const logOf = (id: string): Promise<readonly LogEvent[]> => app.get(EventStore, { strict: false }).read(id);

const until = (id: string, statuses: readonly string[]): Promise<SessionView> =>
  eventually(`session ${id} ${statuses.join(' or ')}`, async () => {
    const session = await view(id);
    return statuses.includes(session.status) ? session : undefined;
  });
const rest = (id: string): Promise<SessionView> => until(id, ['paused', 'completed', 'failed', 'cancelled']);

/** Nothing is in flight any more: all that was begun is on the bill, and the bill is the usage of the session. */
async function billed(id: string): Promise<Ledger> {
  return eventually('the bill of what was cut', async () => {
    const begun = (await logOf(id)).filter(({ event }) => event === 'model_call:started');
    const ledger = Ledger.parse((await ask('GET', `/sessions/${id}/ledger`)).body);
    if (ledger.items.length < begun.length) return undefined;
    const { input_tokens, output_tokens, cost_usd, is_estimated } = ledger.totals;
    expect({ input_tokens, output_tokens, cost_usd, is_estimated }).toEqual((await view(id)).usage);
    return ledger;
  });
}

/** Opens the lock after the model was healed, and waits for the end. */
async function heal(id: string): Promise<readonly LogEvent[]> {
  upstream.isHealed = true;
  const justification = 'The model was healed, and the council may go on.';
  expect(await ask('POST', `/sessions/${id}/unlock`, { justification, by: 'Ada' })).toMatchObject({ status: 202 });
  expect(await until(id, ['completed', 'failed'])).toMatchObject({ status: 'completed', lock: null });
  return logOf(id);
}

describe('a breaker', () => {
  it('stops a model that repeats a character, all streams with it, and the session goes on once it is opened', async () => {
    const id = await begin('monotone', PAIR);
    const session = await rest(id);
    expect(session).toMatchObject({ status: 'paused', lock: { reason: 'entropy', value: 0, limit: 0.5 } });
    await eventually('both streams hung up', () => (upstream.hungUp === 2 ? true : undefined));
    // Long before the 8,192 tokens that it might have said: a few hundred characters, and what was on its way.
    expect(upstream.saidInVain).toBeLessThan(2 * 8_192);
    const { items } = await billed(id);
    expect(items.map(({ outcome }) => outcome)).toEqual(['cancelled', 'cancelled']);
    expect(items.every(({ input_tokens, output_tokens }) => input_tokens > 0 && output_tokens > 0)).toBe(true);

    expect(await ask('POST', `/sessions/${id}/control`, { action: 'resume' })).toMatchObject({
      status: 409,
      body: { code: 'SESSION.LOCKED' },
    });
    const log = await heal(id);
    const names = log.map(({ event }) => event);
    expect(names.filter((name) => name === 'circuit_breaker:tripped')).toHaveLength(1);
    expect(names.filter((name) => name === 'execution:completed')).toHaveLength(1);
    expect(names.at(-1)).toBe('execution:completed');
    expect(log.flatMap((event) => (event.event === 'execution:started' ? [event.data.run] : []))).toEqual([1, 2]);
  });

  it('is in the audit with whoever opened it, also when the session is gone', async () => {
    const id = await begin('monotone');
    await rest(id);
    await heal(id);
    const audit = async () => AuditList.parse((await ask('GET', `/sessions/${id}/audit`)).body).items;
    const entries = await audit();
    expect(entries).toMatchObject([
      { who: 'system', what: 'circuit_breaker:tripped', session_uuid: id, detail: { reason: 'entropy', limit: 0.5 } },
      { who: 'Ada', what: 'session:unlocked', detail: { justification: expect.stringContaining('healed') as unknown } },
    ]);
    expect(await ask('DELETE', `/sessions/${id}`)).toMatchObject({ status: 204 });
    expect(await audit()).toEqual(entries);
    expect(await ask('GET', '/sessions/00000000-0000-4000-8000-000000000000/audit')).toMatchObject({ status: 404 });
  });

  it('opens by all three checks too, and by nothing less', async () => {
    const id = await begin('monotone');
    await rest(id);
    const unlock = (body: object) => ask('POST', `/sessions/${id}/unlock`, body);
    expect(await unlock({ justification: 'too short' })).toMatchObject({ status: 422 });
    expect(await unlock({ checks: ['cost_accepted'] })).toMatchObject({ status: 422 });
    expect(await unlock({})).toMatchObject({ status: 422 });
    expect((await view(id)).lock).not.toBeNull();
  });

  it('stops a model that repeats a passage', async () => {
    const id = await begin('looping');
    expect(await rest(id)).toMatchObject({ status: 'paused', lock: { reason: 'repetition', value: 1 } });
    await heal(id);
  });

  it('stops a model that is faster than its provider may be', async () => {
    limit({ token_rate: { '*': 100_000, custom: 1_000 } });
    const before = upstream.hungUp;
    const id = await begin('flooding');
    expect(await rest(id)).toMatchObject({ status: 'paused', lock: { reason: 'token_rate', limit: 1_000 } });
    await eventually('the stream hung up', () => (upstream.hungUp > before ? true : undefined));
    await billed(id);
    await heal(id);
  });

  it('stops a seat that gives the same answer three times', async () => {
    const id = await begin('parrot', LOOP);
    expect(await rest(id)).toMatchObject({ status: 'paused', round: 3, lock: { reason: 'repetition' } });
    await heal(id);
  });

  it('stops a council that uses much more than was foreseen', async () => {
    const id = await begin('spendthrift', LOOP);
    const session = await rest(id);
    expect(session).toMatchObject({ status: 'paused', lock: { reason: 'spend' } });
    const [created] = await logOf(id);
    const expected = created?.event === 'session:created' ? (created.data.expected_tokens ?? 0) : 0;
    expect(expected).toBeGreaterThan(1_000);
    expect(session.lock?.limit).toBe(3 * expected);
    expect(session.usage.input_tokens + session.usage.output_tokens).toBeGreaterThan(3 * expected);
    await heal(id);
  });

  it('stops a node that runs too often', async () => {
    limit({ rounds: 2 });
    const id = await begin('honest', LOOP);
    expect(await rest(id)).toMatchObject({ status: 'paused', lock: { reason: 'rounds', value: 3, limit: 2 } });
    expect((await billed(id)).items).toHaveLength(2);
  });

  it('stops a session that works for too long, in the middle of an answer', async () => {
    limit({ active_minutes: 0.01 });
    const before = upstream.hungUp;
    const id = await begin('slow');
    expect(await rest(id)).toMatchObject({ status: 'paused', lock: { reason: 'active_time', limit: 0.01 } });
    await eventually('the stream hung up', () => (upstream.hungUp > before ? true : undefined));
    await billed(id);
    await heal(id);
  });

  it('does not stop a model that is fast and honest, at its defaults', async () => {
    const ids = await Promise.all([begin('honest', LOOP), begin('honest', PAIR), begin('honest')]);
    for (const id of ids) expect(await rest(id)).toMatchObject({ status: 'completed', lock: null });
  });

  it('that is off stops nobody', async () => {
    limit({ similarity: null });
    expect(await rest(await begin('parrot', LOOP))).toMatchObject({ status: 'completed', lock: null });
  });
});
