import { newUuid } from '@council/kernel';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PostgresLeaseStore } from './postgres-lease-store.js';

let database: TestDatabase;
let dataSource: DataSource;
let leases: PostgresLeaseStore;

beforeAll(async () => {
  database = await openTestDatabase();
  dataSource = await database.connect();
  leases = new PostgresLeaseStore(dataSource);
});
afterAll(() => database.close());
beforeEach(() => dataSource.query('DELETE FROM sessions'));

async function session(status = 'running', lastSeq = 5): Promise<string> {
  const id = newUuid();
  await dataSource.query(
    `INSERT INTO sessions (session_uuid, title, language, engine, usage, status, last_seq)
     VALUES ($1, 't', 'en', '{}', '{}', $2, $3)`,
    [id, status, lastSeq],
  );
  return id;
}
const abandoned = () => leases.findAbandoned(50);
async function hold(id: string, ttlMs = 60_000) {
  const lease = await leases.acquire(id, 'me', ttlMs);
  if (lease === null) throw new Error('the lease is held by somebody else');
  return lease;
}
/** Drives it and lays it down. */
const rest = async (id: string, seq = 5, wakeAt: Date | null = null) => leases.release(await hold(id), { seq, wakeAt });
const secondsFromNow = (seconds: number) => new Date(Date.now() + seconds * 1_000);

describe('sessions that nobody drives', () => {
  it('are found until they end, while nobody holds them', async () => {
    const [waiting, held, left] = [await session('pending'), await session(), await session('paused')];
    await session('completed');
    await hold(held);
    expect([...(await abandoned())].sort()).toEqual([waiting, left].sort());
    const lease = await hold(waiting);
    expect(await abandoned()).toEqual([left]);
    await leases.release(lease, null);
    expect([...(await abandoned())].sort()).toEqual([waiting, left].sort());
  });

  it('are found again when their runner died', async () => {
    const id = await session();
    await rest(id);
    await hold(id, -1);
    expect(await abandoned()).toEqual([id]);
  });

  it('are left for a moment to whoever opens or lays one down, where that is asked', async () => {
    const [fresh, left] = [await session(), await session()];
    await leases.release(await hold(left), null);
    expect([...(await abandoned())].sort()).toEqual([fresh, left].sort());
    expect(await leases.findAbandoned(50, 60_000)).toEqual([]);
    await dataSource.query(`UPDATE sessions SET created_at = created_at - interval '2 minutes'`);
    expect(await leases.findAbandoned(50, 60_000)).toEqual([fresh]);
  });

  it('come in the order in which they were left', async () => {
    const [first, second] = [await session(), await session()];
    // A lease ends a millisecond before it is laid down, which a fast database takes for both statements.
    await dataSource.query(`UPDATE sessions SET created_at = created_at - interval '1 second'`);
    await leases.release(await hold(first), null);
    expect(await abandoned()).toEqual([second, first]);
    expect(await leases.findAbandoned(1)).toEqual([second]);
  });
});

describe('a session at rest', () => {
  it('is left alone until its log grows', async () => {
    const id = await session();
    expect(await rest(id)).toBe(true);
    expect(await abandoned()).toEqual([]);
    await dataSource.query('UPDATE sessions SET last_seq = 6 WHERE session_uuid = $1', [id]);
    expect(await abandoned()).toEqual([id]);
  });

  it('is said to be worth another look when its log grew before it was laid down', async () => {
    const id = await session('running', 6);
    expect(await rest(id, 5)).toBe(false);
    expect(await abandoned()).toEqual([id]);
  });

  it('is taken up when its time has come, by anybody, and is awake then', async () => {
    const id = await session('paused');
    await rest(id, 5, secondsFromNow(3_600));
    expect(await abandoned()).toEqual([]);
    await rest(id, 5, secondsFromNow(-1));
    expect(await abandoned()).toEqual([id]);
    await rest(id);
    expect(await abandoned()).toEqual([]);
  });

  it('cannot be laid down by a runner that has lost it', async () => {
    const id = await session();
    const stale = await hold(id, -1);
    const present = await hold(id);
    await leases.release(stale, { seq: 5, wakeAt: null });
    expect(await leases.renew(present, 1_000)).toBe(true);
    await leases.release(present, null);
    expect(await abandoned()).toEqual([id]);
  });
});

describe('a session that is gone', () => {
  it('can be held by nobody', async () => {
    expect(await leases.acquire(newUuid(), 'me', 1_000)).toBeNull();
  });
});
