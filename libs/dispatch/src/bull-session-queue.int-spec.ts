import { setTimeout as sleep } from 'node:timers/promises';
import { currentWork, newTrace, runIn } from '@council/telemetry';
import { SpawnedRedis } from '@council/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { BullSessionQueue } from './bull-session-queue.js';
import type { DriveOutcome } from './session-drive.js';

const LEASE_MS = 3_000;
const ID = '7c9fbb04-58a4-4ac5-9f4c-6f5e1f4f2d11';

let redis: SpawnedRedis;
const queues: BullSessionQueue[] = [];

/** Ends with the test's own time limit when it never comes true. */
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await sleep(10);
}

async function open(concurrency: number, drive: (id: string) => Promise<DriveOutcome> = async () => 'rested') {
  const queue = new BullSessionQueue(redis.url, LEASE_MS);
  queues.push(queue);
  await queue.open({ concurrency, drive });
  return queue;
}
/** One that drives, and what it has begun to drive. */
async function openWorking(outcome: (id: string) => Promise<DriveOutcome> = async () => 'rested', concurrency = 5) {
  const driven: string[] = [];
  const queue = await open(concurrency, (id) => {
    driven.push(id);
    return outcome(id);
  });
  return { queue, driven };
}
async function waiting(): Promise<number> {
  const client = new Redis(redis.url);
  try {
    return (await client.llen('council:queue:sessions:wait')) + (await client.llen('council:queue:sessions:active'));
  } finally {
    client.disconnect();
  }
}

/** Of others to Redis; null: it is not there. */
async function connections(): Promise<number | null> {
  const client = new Redis(redis.url, { retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  try {
    return (
      String(await client.client('LIST'))
        .trim()
        .split('\n').length - 1
    );
  } catch {
    return null;
  } finally {
    client.disconnect();
  }
}

beforeEach(async () => {
  redis = await SpawnedRedis.prepare();
});
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.close();
  await redis.remove();
});

describe('the queue, while Redis is there', () => {
  beforeEach(() => redis.start());

  it('holds a session once, and takes it again when it was driven', async () => {
    const front = await open(0);
    await until(() => front.isUp);
    expect(await Promise.all([front.add(ID), front.add(ID), front.add(ID)])).toEqual([true, true, true]);
    expect(await waiting()).toBe(1);
    const { driven } = await openWorking();
    await until(async () => driven.length === 1 && (await waiting()) === 0);
    expect(await front.add(ID)).toBe(true);
    await until(() => driven.length === 2);
    expect(driven).toEqual([ID, ID]);
  });

  it('lets a process drive no more at once than it said', async () => {
    const ends: (() => void)[] = [];
    const held = () =>
      new Promise<DriveOutcome>((resolve) =>
        ends.push(() => {
          resolve('rested');
        }),
      );
    const { queue, driven } = await openWorking(held, 2);
    await until(() => queue.isUp);
    for (const id of ['a', 'b', 'c']) await queue.add(id);
    await until(() => driven.length === 2);
    expect(await waiting()).toBe(3);
    ends[0]?.();
    await until(() => driven.length === 3);
    for (const end of ends) end();
  });

  it('gives a session that is cut off by a shutdown to the next process, at once', async () => {
    let interrupt: () => void = () => undefined;
    const ending = await openWorking(
      () =>
        new Promise((resolve) => {
          interrupt = () => {
            resolve('interrupted');
          };
        }),
    );
    await until(() => ending.queue.isUp);
    await ending.queue.add(ID);
    await until(() => ending.driven.length === 1);
    const closed = ending.queue.close();
    interrupt();
    await closed;
    expect(await waiting()).toBe(1);
    const { driven } = await openWorking();
    await until(() => driven.length === 1);
    expect(driven).toEqual([ID]);
  });
});

describe('the work that led to a session', () => {
  beforeEach(() => redis.start());
  const work = { trace: { ...newTrace(), state: 'vendor=1' }, requestId: 'request-77', userId: ID };

  it('goes with it to whoever drives it, and to who comes after one that ends', async () => {
    const seen: unknown[] = [];
    const outcomes: DriveOutcome[] = ['interrupted', 'rested'];
    const see = async (): Promise<DriveOutcome> => {
      seen.push(currentWork());
      return outcomes.shift() ?? 'rested';
    };
    const first = await open(1, see);
    await until(() => first.isUp);
    await runIn(work, () => first.add(ID));
    await until(() => seen.length === 1);
    await first.close();
    await open(1, see);
    await until(() => seen.length === 2);
    expect(seen).toEqual([work, work]);
  });

  it('is none where nobody asked, nor where somebody wrote nonsense into the queue', async () => {
    const seen: unknown[] = [];
    const front = await open(0);
    await until(() => front.isUp);
    await front.add('a');
    await runIn({ ...work, trace: { ...work.trace, traceId: 'x\n' } }, () => front.add('b'));
    await open(1, async () => {
      seen.push(currentWork());
      return 'rested';
    });
    await until(() => seen.length === 2);
    expect(seen).toEqual([undefined, undefined]);
  });
});

describe('the queue, while Redis is away', () => {
  it('takes nothing, says so, and works when it comes', async () => {
    const { queue, driven } = await openWorking();
    expect([await queue.add(ID), await queue.status(), queue.isUp]).toEqual([false, 'disconnected', false]);
    await redis.start();
    await until(() => queue.isUp);
    expect([await queue.add(ID), await queue.status()]).toEqual([true, 'connected']);
    await until(() => driven.length === 1);
    await redis.kill();
    await until(() => !queue.isUp);
    expect([await queue.add(ID), await queue.status()]).toEqual([false, 'disconnected']);
    await redis.start();
    await until(() => queue.isUp);
    expect(await queue.add('another')).toBe(true);
    await until(() => driven.length === 2);
  });

  it('does not wait for one that hangs', async () => {
    await redis.start();
    const queue = await open(0);
    await until(() => queue.isUp);
    redis.stall();
    expect([await queue.add(ID), await queue.status()]).toEqual([false, 'disconnected']);
    redis.resume();
    await until(async () => (await queue.status()) === 'connected');
    expect(await queue.add(ID)).toBe(true);
  });

  it.each(['before it came', 'after it died', 'while it hangs'])('is closed %s', async (when) => {
    if (when !== 'before it came') await redis.start();
    const { queue } = await openWorking();
    if (when !== 'before it came') await until(() => queue.isUp);
    if (when === 'after it died') await redis.kill();
    if (when === 'while it hangs') redis.stall();
    await queue.close();
    expect(await queue.add(ID)).toBe(false);
    redis.resume();
    await until(async () => (await connections()) === (when === 'while it hangs' ? 0 : null));
  });
});
