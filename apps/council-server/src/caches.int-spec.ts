import { CacheConnection } from '@council/cache';
import { type Group, type Ledger, type LedgerRow, type LogEvent, SessionView } from '@council/contracts';
import { isTerminal, SEEDED_AGENTS } from '@council/council-core';
import { graphOf, openTestDatabase, SpawnedRedis, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createClient } from '@redis/client';
import { eventually } from '../test/eventually.js';
import { type RawReply, RawUpstream } from '../test/fault-grid/raw-upstream.js';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const DAY_MS = 86_400_000;
const line = (more: object): string => `data: ${JSON.stringify(more)}\n\n`;
const says = (content: string): object => ({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const ends = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
const usage = { choices: [], usage: { prompt_tokens: 1_000, completion_tokens: 200, total_tokens: 1_200 } };

/** Never says the same twice, so that an answer tells where it came from. */
const speaks: RawReply = (socket, { nth }) => {
  const answer = line(says(`Answer ${nth}: `)) + line(says('the archive can wait.')) + line(ends) + line(usage);
  socket.end(
    `HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n${answer}data: [DONE]\n\n`,
  );
};

let redis: SpawnedRedis;
let upstream: RawUpstream;
let database: TestDatabase;
let app: NestFastifyApplication;

async function boot(more: Readonly<Record<string, string>>): Promise<void> {
  const model = { LLM_PROVIDER: 'custom', LLM_MODEL: 'one', LLM_BASE_URL: upstream.baseUrl };
  database = await openTestDatabase({ ...model, REDIS_URL: redis.url, ...more });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
  await isConnected();
}
async function end(): Promise<void> {
  await app.close();
  await database.close();
}
const isConnected = () =>
  eventually('Redis', async () => ((await app.get(CacheConnection).status()) === 'connected' ? true : undefined));

beforeAll(async () => {
  upstream = await RawUpstream.start(speaks);
  redis = await SpawnedRedis.start();
});
afterAll(async () => {
  await upstream.stop();
  await redis.remove();
});

const ask = async (method: Method, path: string, body?: object) => (await callApp(app, method, path, body)).body;

interface Held {
  readonly session: SessionView;
  readonly row: LedgerRow;
  readonly text: string;
  readonly bill: object;
}

/** A session of one seat, with all that it left. */
async function hold(document_content: string, temperature: number): Promise<Held> {
  const agent = SEEDED_AGENTS.affirmative;
  const graph = graphOf(
    { start: ['start', 'seat'], seat: ['agent', 'end'], end: ['end'] },
    { seat: { agent_uuid: agent } },
  );
  const overrides = { [agent]: { provider: 'custom', model: 'one', temperature } };
  const started = { graph, input: { document_content }, overrides, language: 'en' };
  const { session_uuid } = (await ask('POST', '/workflows/execute', started)) as SessionView;
  const session = await eventually('the end of the session', async () => {
    const view = SessionView.parse(await ask('GET', `/sessions/${session_uuid}`));
    return isTerminal(view.status) ? view : undefined;
  });
  const { items } = (await ask('GET', `/sessions/${session_uuid}/ledger`)) as Ledger;
  const { events } = (await ask('GET', `/sessions/${session_uuid}/events`)) as { events: LogEvent[] };
  const message = events.find((event) => event.event === 'message:completed');
  const bill = events.find((event) => event.event === 'token_usage');
  expect(items).toHaveLength(1);
  return {
    session,
    row: items[0] as LedgerRow,
    text: message?.event === 'message:completed' ? message.data.content : '',
    bill: bill?.data ?? {},
  };
}

describe('with the cache of completions', () => {
  beforeAll(async () => {
    await boot({ CACHE_COMPLETIONS: '1' });
    const price = { provider: 'custom', model: 'one', input_per_1k: 0.01, output_per_1k: 0.05 };
    expect(await ask('PUT', '/models/pricing', price)).toMatchObject({ source: 'user' });
  });
  afterAll(end);
  beforeEach(() => {
    upstream.requests.clear();
  });
  const asked = (): number => upstream.requests.get('one') ?? 0;

  it('answers the same question of another session at temperature 0 again, on the bill and for nothing', async () => {
    const first = await hold('The archive moves in May.\n', 0);
    const second = await hold('The archive moves in May.\n', 0);
    expect(asked()).toBe(1);
    const tokens = { input_tokens: 1_000, output_tokens: 200, is_estimated: false };
    expect(first.session).toMatchObject({ status: 'completed', usage: { ...tokens, cost_usd: 0.02 } });
    expect(second.session).toMatchObject({ status: 'completed', usage: { ...tokens, cost_usd: 0 } });
    expect(first.row).toMatchObject({ ...tokens, is_cached: false, cost_usd: 0.02 });
    expect(second.row).toMatchObject({ ...tokens, is_cached: true, cost_usd: 0 });
    expect(first.bill).not.toHaveProperty('is_cached');
    expect(second.bill).toMatchObject({ ...tokens, is_cached: true, estimated_cost_usd: 0 });
    expect([first.text, second.text]).toEqual(Array.from({ length: 2 }, () => 'Answer 1: the archive can wait.'));
  });

  it('asks when anything is another: the document, or the temperature', async () => {
    await hold('The archive moves in May.\n', 0.5);
    const again = await hold('The archive moves in May.\n', 0.5);
    expect([asked(), again.row.is_cached, again.row.cost_usd]).toEqual([2, false, 0.02]);
    await hold('The archive moves in June.\n', 0);
    expect(asked()).toBe(3);
  });

  it('keeps answers in Redis, for their time, and says nothing of what was asked in their names', async () => {
    const client = createClient({ url: redis.url });
    await client.connect();
    const keys = await client.keys('council:cache:completion:*');
    const ttls = await Promise.all(keys.map((key) => client.pTTL(key)));
    await client.disconnect();
    expect(keys).toHaveLength(2);
    expect(keys.every((key) => /:completion:\d:[0-9a-f]{64}$/.test(key))).toBe(true);
    expect(ttls.every((ttlMs) => ttlMs > DAY_MS / 2 && ttlMs <= DAY_MS)).toBe(true);
  });

  it('asks the model while Redis is away, fails nothing, and finds answers again when it is back', async () => {
    await redis.kill();
    for (const expected of [1, 2]) {
      const held = await hold('The archive moves in July.\n', 0);
      expect(held.session).toMatchObject({ status: 'completed', outcome: 'full', usage: { cost_usd: 0.02 } });
      expect(asked()).toBe(expected);
    }
    await redis.start();
    await isConnected();
    await hold('The archive moves in July.\n', 0);
    expect((await hold('The archive moves in July.\n', 0)).row.is_cached).toBe(true);
    expect(asked()).toBe(3);
  });

  it('finds vectors in Redis too, and embeds again while it is away', async () => {
    const groups = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => (await ask('POST', '/groups', { name })) as Group),
    );
    const ingest = async (at: number): Promise<unknown> => {
      const content = 'Visitors sign a book at the door.';
      return ask('POST', '/memory/ingest', { group_uuid: groups[at]?.group_uuid, content });
    };
    const pieces = { known: 0, cached: 0, embedded: 0 };
    expect(await ingest(0)).toEqual({ status: 'ingested', pieces: { ...pieces, embedded: 1 } });
    expect(await ingest(1)).toEqual({ status: 'ingested', pieces: { ...pieces, cached: 1 } });
    await redis.kill();
    expect(await ingest(2)).toEqual({ status: 'ingested', pieces: { ...pieces, embedded: 1 } });
    await redis.start();
  });
});

describe('without it, as the server comes', () => {
  beforeAll(() => boot({}));
  afterAll(end);

  it('asks each time, with other nonces', async () => {
    upstream.requests.clear();
    const held = [await hold('The archive moves in May.\n', 0), await hold('The archive moves in May.\n', 0)];
    expect(held.map(({ row }) => row.is_cached)).toEqual([false, false]);
    expect(upstream.requests.get('one')).toBe(2);
  });
});
