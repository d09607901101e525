import type { NewEvent } from '@council/contracts';
import { type Lease, LeaseLost, Overtaken } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { newUuid } from '@council/kernel';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PostgresEventStore } from './postgres-event-store.js';
import { PostgresLeaseStore } from './postgres-lease-store.js';

let database: TestDatabase;
let dataSource: DataSource;
let store: PostgresEventStore;
let leases: PostgresLeaseStore;

beforeAll(async () => {
  database = await openTestDatabase();
  dataSource = await database.connect();
  store = new PostgresEventStore(dataSource, new LiveChannel());
  leases = new PostgresLeaseStore(dataSource);
});
afterAll(() => database.close());

const start: NewEvent = { event: 'node_state_change', node_id: 'start', data: { status: 'running' } };
const stop: NewEvent = { event: 'control:stop', data: { reason: 'enough' } };
const file = (version: number): NewEvent => ({
  event: 'file:written',
  data: { path: '/document.md', version, content: 'x', author: 'user', reason: '' },
});

async function session(ttlMs = 60_000): Promise<Lease> {
  const id = newUuid();
  await dataSource.query(
    `INSERT INTO sessions (session_uuid, title, language, engine, usage, status, node_statuses, seats, score_history)
     VALUES ($1, 't', 'en', '{}', '{"input_tokens":0,"output_tokens":0,"cost_usd":0,"is_estimated":false}', 'running', '{}', '[]', '[]')`,
    [id],
  );
  const lease = await leases.acquire(id, 'me', ttlMs);
  if (lease === null) throw new Error('the lease is held by somebody else');
  return lease;
}
const names = async ({ sessionUuid }: Lease) => (await store.read(sessionUuid)).map(({ event }) => event);

describe('an append that says what it follows', () => {
  it('is written where the log still ends there', async () => {
    const lease = await session();
    expect(await store.append(lease.sessionUuid, lease, [start, start], { after: 0 })).toHaveLength(2);
    expect(await store.append(lease.sessionUuid, lease, [start], { after: 2 })).toMatchObject([{ seq: 3 }]);
  });

  it.each([
    ['events alone', [start]],
    ['a file as well', [start, file(1)]],
  ])('is not written when somebody has said something meanwhile: %s', async (_, events) => {
    const lease = await session();
    await store.append(lease.sessionUuid, null, [stop]);
    await expect(store.append(lease.sessionUuid, lease, events, { after: 0 })).rejects.toThrow(Overtaken);
    expect(await names(lease)).toEqual(['control:stop']);
    expect(await dataSource.query('SELECT * FROM session_files WHERE session_uuid = $1', [lease.sessionUuid])).toEqual(
      [],
    );
  });

  it('is of one of many who write at the same time', async () => {
    const lease = await session();
    const answers = await Promise.allSettled([
      store.append(lease.sessionUuid, lease, [start], { after: 0 }),
      store.append(lease.sessionUuid, lease, [start], { after: 0 }),
      store.append(lease.sessionUuid, null, [stop]),
      store.append(lease.sessionUuid, lease, [start], { after: 1 }),
    ]);
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
    expect(refused.every((reason) => reason instanceof Overtaken)).toBe(true);
    const log = await store.read(lease.sessionUuid);
    expect(log.map(({ seq }) => seq)).toEqual([...log.keys()].map((at) => at + 1));
    expect(log).toHaveLength(answers.length - refused.length);
    expect(log.filter(({ event }) => event === 'control:stop')).toHaveLength(1);
  });

  it('of who lost the lease is refused as that, whatever else has happened', async () => {
    const lease = await session(-1);
    await leases.acquire(lease.sessionUuid, 'another', 60_000);
    await store.append(lease.sessionUuid, null, [stop]);
    for (const after of [0, 1]) {
      await expect(store.append(lease.sessionUuid, lease, [start], { after })).rejects.toThrow(LeaseLost);
    }
    expect(await names(lease)).toEqual(['control:stop']);
  });
});

it('has its statements planned once a connection on a server, and not in the one session of the embedded database', async () => {
  const lease = await session();
  await store.append(lease.sessionUuid, lease, [start]);
  await store.append(lease.sessionUuid, lease, [file(1)]);
  const kept = await dataSource.query<unknown[]>(
    "SELECT name FROM pg_prepared_statements WHERE name LIKE 'council_%' AND statement LIKE '%INSERT INTO session_events%'",
  );
  expect(kept).toHaveLength(database.config.database.url === undefined ? 0 : 2);
});
