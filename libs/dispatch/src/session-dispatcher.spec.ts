import { parseEnvironment } from '@council/config';
import { LeaseStore } from '@council/council-core';
import { currentWork, newTrace, runIn } from '@council/telemetry';
import { describe, expect, it } from '@jest/globals';
import type { InProcessRunner } from './in-process-runner.js';
import type { DriveOutcome } from './session-drive.js';
import { SessionDispatcher } from './session-dispatcher.js';
import { SessionQueue, type QueueWork } from './session-queue.js';

/** A queue that is there or not, and remembers what came. */
class FakeQueue extends SessionQueue {
  async depth(): Promise<null> {
    return null;
  }
  isUp = false;
  readonly meanwhile = '';
  readonly added: string[] = [];
  work: QueueWork | null = null;
  async open(work: QueueWork): Promise<void> {
    this.work = work;
  }
  async add(sessionUuid: string): Promise<boolean> {
    if (this.isUp) this.added.push(sessionUuid);
    return this.isUp;
  }
  async status() {
    return this.isUp ? ('connected' as const) : ('disconnected' as const);
  }
  async close(): Promise<void> {
    this.work = null;
  }
}

/** Drives what it is told to until the test says how it went. */
class FakeRunner {
  readonly driven: string[] = [];
  readonly asked: (string | undefined)[] = [];
  private readonly ends = new Map<string, (outcome: DriveOutcome) => void>();
  get driving(): number {
    return this.ends.size;
  }
  run(sessionUuid: string): Promise<DriveOutcome> {
    this.driven.push(sessionUuid);
    this.asked.push(currentWork()?.requestId);
    return new Promise((resolve) => this.ends.set(sessionUuid, resolve));
  }
  async end(sessionUuid: string, outcome: DriveOutcome = 'rested'): Promise<void> {
    const resolve = this.ends.get(sessionUuid);
    this.ends.delete(sessionUuid);
    resolve?.(outcome);
    await settled();
  }
  async beforeApplicationShutdown(): Promise<void> {
    for (const sessionUuid of this.ends.keys()) await this.end(sessionUuid, 'interrupted');
  }
}

/** What the database says nobody drives. */
class FakeLeases extends LeaseStore {
  abandoned: string[] = [];
  looks = 0;
  /** For how long they had to be left. */
  forMs: number[] = [];
  async findAbandoned(limit: number, forMs = 0) {
    this.looks += 1;
    this.forMs.push(forMs);
    return this.abandoned.slice(0, limit);
  }
  acquire(): never {
    throw new Error('not asked here');
  }
  renew(): never {
    throw new Error('not asked here');
  }
  release(): never {
    throw new Error('not asked here');
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function setUp({ concurrency = 2, isUp = false, abandoned = [] as string[] } = {}) {
  const [queue, runner, leases] = [new FakeQueue(), new FakeRunner(), new FakeLeases()];
  queue.isUp = isUp;
  leases.abandoned = abandoned;
  const dispatcher = new SessionDispatcher(parseEnvironment({}), queue, runner as unknown as InProcessRunner, leases);
  await dispatcher.start(concurrency);
  await settled();
  const dispatch = async (...sessions: string[]): Promise<void> => {
    for (const session of sessions) dispatcher.dispatch(session);
    await settled();
  };
  return { queue, runner, leases, dispatcher, dispatch };
}

describe('a session that is dispatched', () => {
  it('goes to the queue, and to this process at once while there is none', async () => {
    const { queue, runner, dispatch, dispatcher } = await setUp({ isUp: true });
    await dispatch('a');
    queue.isUp = false;
    await dispatch('b');
    queue.isUp = true;
    await dispatch('c');
    expect([queue.added, runner.driven]).toEqual([['a', 'c'], ['b']]);
    await dispatcher.beforeApplicationShutdown();
  });

  it('waits in the database when this process has no hand free, and is looked for when it has', async () => {
    const { runner, leases, dispatch, dispatcher } = await setUp({ concurrency: 2 });
    await dispatch('a', 'b', 'c');
    expect(runner.driven).toEqual(['a', 'b']);
    leases.abandoned = ['c'];
    await runner.end('a');
    expect(runner.driven).toEqual(['a', 'b', 'c']);
    await dispatcher.beforeApplicationShutdown();
  });

  it("is driven as its own request's work, and what is found beside it as nobody's", async () => {
    const { runner, leases, dispatch, dispatcher } = await setUp({ concurrency: 1 });
    await runIn({ trace: newTrace(), requestId: 'mine' }, () => dispatch('a', 'b'));
    leases.abandoned = ['b'];
    await runner.end('a');
    expect([runner.driven, runner.asked]).toEqual([
      ['a', 'b'],
      ['mine', undefined],
    ]);
    await dispatcher.beforeApplicationShutdown();
  });

  it('is left to workers by a process that drives none', async () => {
    const { queue, runner, leases, dispatch, dispatcher } = await setUp({ concurrency: 0, abandoned: ['old'] });
    await dispatch('a');
    expect([queue.work?.concurrency, runner.driven, leases.looks]).toEqual([0, [], 0]);
    await dispatcher.beforeApplicationShutdown();
  });
});

describe('sessions that nobody drives', () => {
  it('are put into the queue, or driven as far as there is room', async () => {
    const many = ['a', 'b', 'c'];
    const queued = await setUp({ isUp: true, abandoned: many });
    expect([queued.queue.added, queued.runner.driven]).toEqual([many, []]);
    // Whoever lays one down puts it into the queue itself, with what led to it: where there is a queue.
    expect(queued.leases.forMs).toEqual([1_000]);
    const alone = await setUp({ concurrency: 2, abandoned: many });
    expect([alone.runner.driven, alone.leases.forMs]).toEqual([['a', 'b'], [0]]);
    alone.leases.abandoned = ['c'];
    await alone.runner.end('a');
    expect(alone.runner.driven).toEqual(many);
    await Promise.all([queued, alone].map(({ dispatcher }) => dispatcher.beforeApplicationShutdown()));
  });

  it('are not looked for at once after one that failed: it would be found again and again', async () => {
    const { runner, leases, dispatcher } = await setUp({ concurrency: 1, abandoned: ['sick'] });
    await runner.end('sick', 'failed');
    expect([runner.driven, leases.looks]).toEqual([['sick'], 1]);
    await dispatcher.beforeApplicationShutdown();
  });
});
