import { openTestDatabase, SpawnedRedis, type TestDatabase } from '@council/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import { COUNCIL_DEBATE, CouncilClient, withoutBill } from './council-client.mjs';
import { eventually, TEST_TIMEOUT_MS } from './eventually.js';
import { HaltingUpstream } from './halting-upstream.js';
import type { Call, ScriptedUpstream } from './scripted-upstream.mjs';
import { SpawnedServer } from './spawned-server.mjs';

jest.setTimeout(TEST_TIMEOUT_MS);

const INPUT = {
  document: `# Move the archive
The archive moves to the new storage in the second quarter.
Nobody has measured how long the copy takes on a working day.
Reading stays possible while the copy runs.
The old storage is switched off as soon as the copy has ended.
`,
  objective: 'Decide whether to begin',
};
const QUEUE = 'council:queue:sessions';

let database: TestDatabase;
let dataSource: DataSource;
let redis: SpawnedRedis;
let model: HaltingUpstream;
let upstream: ScriptedUpstream;
/** Processes that drive sessions: workers on PostgreSQL; no worker reaches the embedded database, so servers there. */
let hands: SpawnedServer[];
/** The server that drives nothing, where there is one. */
let front: SpawnedServer | null = null;
let undisturbed: string;
const stopped = new Set<SpawnedServer>();

const isServer = (): boolean => database.environment['DATABASE_URL'] !== undefined;
const start = (command: 'serve' | 'worker', more: Readonly<Record<string, string>> = {}): Promise<SpawnedServer> =>
  SpawnedServer.start({
    command,
    environment: {
      ...database.environment,
      REDIS_URL: redis.url,
      LLM_PROVIDER: 'custom',
      LLM_BASE_URL: upstream.baseUrl,
      LLM_MODEL: 'm',
      COUNCIL_LEASE_MS: '1500',
      ...more,
    },
  });
const startHand = (): Promise<SpawnedServer> => start(isServer() ? 'worker' : 'serve');

/** Asks a server that is there and is not the one that a test has stopped. */
const client = new CouncilClient(() => {
  const server = front ?? hands.find((hand) => hand.isAlive && !stopped.has(hand));
  if (server === undefined) throw new Error('nobody serves');
  return server.url;
});

beforeAll(async () => {
  database = await openTestDatabase();
  redis = await SpawnedRedis.start();
  ({ model, upstream } = await HaltingUpstream.start());
  if (isServer()) front = await start('serve', { SERVE_DRIVES: '0' });
  hands = [await startHand(), await startHand()];
  dataSource = await database.connect();
  undisturbed = await report(await client.convene(INPUT));
});

afterAll(async () => {
  for (const process of [front, ...hands]) await process?.stop();
  await upstream.stop();
  await redis.remove();
  await database.close();
});

afterEach(() => {
  model.goOn();
});

/** A session whose two sides stand still in the middle of their answers, and the process that drives it. */
async function haltedSession(): Promise<{ readonly id: string; readonly driver: SpawnedServer }> {
  model.halting = ['for', 'against'];
  const id = await client.convene(INPUT);
  await eventually('both sides to stand still', () => (model.halted === 2 ? true : undefined));
  return { id, driver: await driverOf(id) };
}

async function driverOf(id: string): Promise<SpawnedServer> {
  const rows = await dataSource.query<{ owner: string }[]>('SELECT owner FROM session_leases WHERE session_uuid = $1', [
    id,
  ]);
  const pid = Number(rows[0]?.owner.split(':').at(-2));
  const driver = hands.find((hand) => hand.pid === pid);
  if (driver === undefined) throw new Error(`the session is driven by ${rows[0]?.owner ?? 'nobody'}`);
  return driver;
}

async function report(id: string): Promise<string> {
  expect(await client.untilEnded(id, TEST_TIMEOUT_MS)).toMatchObject({ status: 'completed', outcome: 'full' });
  return withoutBill(await client.report(id));
}

/** Every turn once, and one end, at the end; nothing lost and nothing said twice. */
async function expectEndedOnce(id: string): Promise<void> {
  expect(await report(id)).toBe(undisturbed);
  const log = await client.events(id);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  expect(log.filter(({ event }) => event === 'message:completed')).toHaveLength(3);
  expect(log.findIndex(({ event }) => event === 'execution:completed')).toBe(log.length - 1);
}

function countCalls(journal: readonly Call[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    ['for', 'against', 'judge'].map((seat) => [seat, journal.filter((call) => call.seat === seat).length]),
  );
}

async function queueHealth(): Promise<Record<string, unknown>> {
  const { body } = await client.ask('GET', '/health');
  return (body as { readonly details: Record<string, Record<string, unknown>> }).details['queue'] ?? {};
}
const untilQueueIs = (status: string): Promise<unknown> =>
  eventually(`the queue to be ${status}`, async () => ((await queueHealth())['status'] === status ? true : undefined));

/** The process ends, in order, and another takes its place. */
async function replace(hand: SpawnedServer): Promise<void> {
  stopped.add(hand);
  await hand.stop();
  // 1 is what the limit of a shutdown gives.
  expect(await hand.exited).toEqual({ code: 0, signal: null });
  hands = [...hands.filter((other) => other !== hand), await startHand()];
}

describe('a process that is frozen past its lease', () => {
  it('cannot write when it thaws: another has driven its session to the one end', async () => {
    const before = upstream.journal.length;
    const { id, driver } = await haltedSession();
    stopped.add(driver);
    process.kill(driver.pid, 'SIGSTOP');
    await expectEndedOnce(id);
    const log = await client.events(id);
    model.goOn();
    process.kill(driver.pid, 'SIGCONT');
    await eventually(
      'the thawed process to see that it lost its lease',
      () => (driver.output.includes('is held by another runner') ? true : undefined),
      () => driver.output,
    );
    stopped.delete(driver);
    expect(await client.events(id)).toEqual(log);
    expect(countCalls(upstream.journal.slice(before))).toEqual({ for: 2, against: 2, judge: 1 });
  });
});

describe('a server beside the one that drives a session', () => {
  it('shows what is spoken there, from the begin, and its end', async () => {
    const { id, driver } = await haltedSession();
    if (front === null) stopped.add(driver);
    const isText = ({ event, data }: { readonly event: string; readonly data?: unknown }): boolean =>
      event === 'token_stream' && (data as { readonly offset: number }).offset === 0;
    await client.untilSeen(id, isText);
    const end = client.untilSeen(id, ({ event }) => event === 'execution:completed');
    model.goOn();
    await end;
    stopped.delete(driver);
    await expectEndedOnce(id);
  });

  it('stops it there', async () => {
    const { id, driver } = await haltedSession();
    if (front === null) stopped.add(driver);
    await client.ask('POST', `/api/v1/sessions/${id}/control`, { action: 'stop' });
    expect(await client.untilEnded(id, TEST_TIMEOUT_MS)).toMatchObject({ status: 'cancelled' });
    stopped.delete(driver);
  });
});

describe('the trace of a request', () => {
  it('goes through the queue to whoever drives its session, and on to the model; also to the one after that', async () => {
    const before = upstream.journal.length;
    model.halting = ['for', 'against'];
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { body } = await client.ask(
      'POST',
      '/api/v1/workflows/execute',
      { template_uuid: COUNCIL_DEBATE, input: { document_content: INPUT.document } },
      { traceparent: `00-${traceId}-00f067aa0ba902b7-01`, 'x-request-id': 'request-77' },
    );
    const id = (body as { readonly session_uuid: string }).session_uuid;
    await eventually('both sides to stand still', () => (model.halted === 2 ? true : undefined));
    const driver = await driverOf(id);
    await replace(driver);
    expect(await client.untilEnded(id, TEST_TIMEOUT_MS)).toMatchObject({ status: 'completed' });
    const calls = upstream.journal.slice(before);
    expect(countCalls(calls)).toEqual({ for: 2, against: 2, judge: 1 });
    for (const { traceparent } of calls) expect(traceparent).toContain(`00-${traceId}-`);
  });
});

describe('a process that is told to end', () => {
  it('hands its session to another', async () => {
    const { id, driver } = await haltedSession();
    await replace(driver);
    await expectEndedOnce(id);
  });
});

describe('a Redis that dies while a session is driven', () => {
  it('stops nobody; health says what happens meanwhile; and sessions go to the queue when it is back', async () => {
    const running = await haltedSession();
    await redis.kill();
    await untilQueueIs('degraded');
    expect((await queueHealth())['message']).toMatch(
      /^Redis does not answer: (this server drives|sessions wait until)/,
    );
    model.goOn();
    await expectEndedOnce(running.id);
    await expectEndedOnce(await client.convene(INPUT));
    await redis.start();
    await untilQueueIs('up');
    await expectEndedOnce(await client.convene(INPUT));
    const eyes = new Redis(redis.url);
    expect(await eyes.xlen(`${QUEUE}:events`)).toBeGreaterThan(0);
    eyes.disconnect();
  });

  it('does not hold a process that is told to end, nor its session', async () => {
    const { id, driver } = await haltedSession();
    await redis.kill();
    await replace(driver);
    await expectEndedOnce(id);
    await redis.start();
    await untilQueueIs('up');
  });
});
