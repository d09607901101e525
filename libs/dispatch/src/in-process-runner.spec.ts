import { parseEnvironment } from '@council/config';
import { type Lease, LeaseStore, type Rest } from '@council/council-core';
import type { LogEvent } from '@council/contracts';
import {
  DEBATE,
  graphOf,
  judgement,
  MemoryEventStore,
  NO_TOOLS,
  ScriptedChatModel,
  sessionOf,
  UNBOUND,
} from '@council/testing';
import { describe, expect, it, jest } from '@jest/globals';
import { InProcessRunner } from './in-process-runner.js';
import { LiveChannel } from './live-channel.js';

const ID = 'session';
/** People are asked, and have an hour; they are reminded before it is over. */
const REVIEW = graphOf(
  { start: ['start', 'gate'], gate: ['human_review', 'end', 'end'], end: ['end'] },
  { gate: { timeout_minutes: 60 } },
);

/** One lease; keeps how sessions were left. */
class MemoryLeaseStore extends LeaseStore {
  readonly rests: (Rest | null)[] = [];
  holder: string | null = null;
  onRelease: () => Promise<void> = async () => undefined;
  private epoch = 0;

  async acquire(sessionUuid: string, owner: string): Promise<Lease | null> {
    if (this.holder !== null) return null;
    this.holder = owner;
    return { sessionUuid, owner, epoch: ++this.epoch };
  }
  async renew(): Promise<boolean> {
    return true;
  }
  async release(_lease: Lease, rest: Rest | null): Promise<boolean> {
    await this.onRelease();
    this.rests.push(rest);
    this.holder = null;
    return true;
  }
  async findAbandoned(): Promise<readonly string[]> {
    return [];
  }
}

class PublishingStore extends MemoryEventStore {
  constructor(private readonly live: LiveChannel) {
    super();
  }
  override async append(...args: Parameters<MemoryEventStore['append']>): Promise<readonly LogEvent[]> {
    const written = await super.append(...args);
    this.live.publish(args[0], written);
    return written;
  }
}

async function setUp(graph = DEBATE) {
  const live = new LiveChannel();
  const store = new PublishingStore(live);
  const leases = new MemoryLeaseStore();
  const model = new ScriptedChatModel(({ brief }) =>
    brief.stance === 'adjudicator' ? judgement([80, 70, 60]) : `${brief.seat} speaks.`,
  );
  await store.append(ID, null, [{ event: 'session:created', data: sessionOf(graph) }]);
  const ports = { store, model, tools: NO_TOOLS, live, ...UNBOUND };
  const runner = new InProcessRunner(parseEnvironment({}), leases, ports);
  runner.onApplicationBootstrap();
  const lastSeq = async () => (await store.lastSeqs([ID])).get(ID);
  return { live, store, leases, runner, lastSeq };
}

const pause = { event: 'execution:paused', data: { reason: 'session_paused' } } as const;
const resume = { event: 'execution:resumed', data: { reason: 'user' } } as const;

describe('a session that was driven', () => {
  it('rests where its log ends, until something happens', async () => {
    const { runner, leases, lastSeq, live } = await setUp();
    expect(await runner.run(ID)).toBe('rested');
    expect(leases.rests).toEqual([{ seq: await lastSeq(), wakeAt: null }]);
    expect([runner.driving, live.followed()]).toEqual([0, []]);
  });

  it('keeps the time at which it wants to be woken, and no lease until then', async () => {
    // The log in memory has a time of its own.
    const clock = jest.spyOn(Date, 'now').mockReturnValue(1_700_000_000_000);
    const { runner, leases, lastSeq, store } = await setUp(REVIEW);
    expect(await runner.run(ID)).toBe('rested');
    clock.mockRestore();
    const asked = (await store.read(ID)).find(({ event }) => event === 'human_interaction_required');
    const remindAt = new Date(Date.parse(asked?.timestamp ?? '') + 55 * 60_000);
    expect(leases.rests).toEqual([{ seq: await lastSeq(), wakeAt: remindAt }]);
    expect(leases.holder).toBeNull();
  });

  it('is driven on when an event came while it was laid down', async () => {
    const { runner, leases, store } = await setUp();
    await store.append(ID, null, [pause]);
    leases.onRelease = async () => {
      leases.onRelease = async () => undefined;
      await store.append(ID, null, [resume]);
    };
    expect(await runner.run(ID)).toBe('rested');
    expect(leases.rests).toHaveLength(2);
    expect((await store.read(ID)).at(-1)?.event).toBe('execution:completed');
  });

  it('is not at rest when the process ends, nor when somebody else holds it', async () => {
    const { runner, leases } = await setUp();
    leases.holder = 'another process';
    expect(await runner.run(ID)).toBe('held');
    leases.holder = null;
    const run = runner.run(ID);
    await runner.beforeApplicationShutdown();
    expect([await run, leases.rests]).toEqual(['interrupted', [null]]);
    expect(await runner.run(ID)).toBe('interrupted');
  });
});

describe('a session that another process writes to', () => {
  it('is read on as soon as word comes of it', async () => {
    const { runner, leases, store, live } = await setUp();
    await store.append(ID, null, [pause]);
    leases.onRelease = async () => {
      leases.onRelease = async () => undefined;
      // As by another process: the log grows, and this one is only told how far.
      await MemoryEventStore.prototype.append.call(store, ID, null, [resume]);
      live.hearOfGrowth(ID, 3);
    };
    await runner.run(ID);
    expect((await store.read(ID)).at(-1)?.event).toBe('execution:completed');
  });
});
