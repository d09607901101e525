import type { GraphDefinition, LogEvent, NewEvent, SessionCreated } from '@council/contracts';
import {
  type ChatChunk,
  ChatModel,
  type ChatRequest,
  fold,
  ledgerOf,
  type Lease,
  ModelCallError,
  nextWakeAt,
} from '@council/council-core';
import { graphOf, judgement, MemoryEventStore, NO_TOOLS, sessionOf, UNBOUND } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { LiveChannel } from './live-channel.js';
import { SessionDriver } from './session-driver.js';

const ID = 'session';
const lease: Lease = { sessionUuid: ID, owner: 'test', epoch: 1 };
const AGENT = { agent_uuid: '00000000-0000-4000-8000-000000000000' };

/** Somebody says something at the very moment at which such an event is about to be written. */
class InterruptedStore extends MemoryEventStore {
  interruption: { readonly before: LogEvent['event']; readonly by: NewEvent } | null = null;

  override async append(...given: Parameters<MemoryEventStore['append']>): Promise<readonly LogEvent[]> {
    const { interruption } = this;
    if (interruption !== null && given[1] !== null && given[2].some(({ event }) => event === interruption.before)) {
      this.interruption = null;
      await super.append(given[0], null, [interruption.by]);
    }
    return super.append(...given);
  }
}

/** Seats named in `hanging` never answer by themselves; those that were cut are counted. */
class PatientModel extends ChatModel {
  readonly asked: string[] = [];
  readonly cut: string[] = [];
  /** Seats whose every attempt breaks off. */
  readonly failing = new Set<string>();

  constructor(private readonly hanging: ReadonlySet<string>) {
    super();
  }

  async *stream({ brief, signal }: ChatRequest): AsyncIterable<ChatChunk> {
    this.asked.push(brief.seat);
    yield { kind: 'text', text: `${brief.seat} begins.` };
    while (this.failing.has(brief.seat)) {
      yield { kind: 'attempt-failed', code: 'MODEL.CUT_STREAM', message: 'cut', retryInMs: 0 };
    }
    if (this.hanging.has(brief.seat)) {
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
      this.cut.push(brief.seat);
      throw new ModelCallError('MODEL.ABORTED', 'aborted');
    }
    if (brief.stance === 'adjudicator') yield { kind: 'text', text: judgement([80, 80, 80]) };
    yield { kind: 'done', inputTokens: 10, outputTokens: 10, isEstimated: false, finishReason: 'stop' };
  }
}

async function setUp(graph: GraphDefinition, hanging: readonly string[] = [], more: Partial<SessionCreated> = {}) {
  const live = new LiveChannel();
  const store = new InterruptedStore(Date.now());
  const model = new PatientModel(new Set(hanging));
  await store.append(ID, null, [{ event: 'session:created', data: sessionOf(graph, more) }]);
  const driver = new SessionDriver(
    lease,
    { store, model, tools: NO_TOOLS, live, ...UNBOUND },
    new AbortController().signal,
  );
  const say = async (...events: NewEvent[]): Promise<void> => {
    await store.append(ID, null, events);
    driver.notice();
  };
  const log = (): Promise<readonly LogEvent[]> => store.read(ID);
  return { driver, model, say, log, store, live };
}

const nameOfAttempt = (data: unknown): string => {
  const { turn_id, attempt } = data as { readonly turn_id: string; readonly attempt: number };
  return `${turn_id} ${attempt}`;
};

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
};

const PAIR = graphOf(
  { start: ['start', 'a', 'b'], a: ['agent', 'end'], b: ['agent', 'end'], end: ['end'] },
  { a: AGENT, b: { ...AGENT, on_error: 'continue', timeout_seconds: 1 } },
);

const PAIR_AND_JUDGE = graphOf(
  { start: ['start', 'a', 'b'], a: ['agent', 'c'], b: ['agent', 'c'], c: ['agent', 'end'], end: ['end'] },
  { a: AGENT, b: AGENT, c: AGENT },
);

describe('a turn', () => {
  it('that takes longer than its node allows is cut, paid for, and has failed', async () => {
    const { driver, model, log } = await setUp(PAIR, ['b']);
    expect(await driver.drive()).toMatchObject({ status: 'completed', outcome: 'degraded' });
    expect(model.cut).toEqual(['b']);
    const rows = ledgerOf(await log()).items;
    expect(rows.find(({ node_id }) => node_id === 'b')).toMatchObject({
      outcome: 'failed',
      error: { code: 'TURN.TIMEOUT' },
      is_estimated: true,
    });
    expect(fold(await log()).usage.output_tokens).toBeGreaterThan(10);
  });

  it('of a race that is lost is cut', async () => {
    const graph = graphOf(
      {
        start: ['start', 'a', 'b'],
        a: ['agent', 'meet'],
        b: ['agent', 'meet'],
        meet: ['parallel', 'end'],
        end: ['end'],
      },
      { a: AGENT, b: AGENT, meet: { join: 'any' } },
    );
    const { driver, model, log } = await setUp(graph, ['b']);
    expect(await driver.drive()).toMatchObject({ status: 'completed', outcome: 'full' });
    expect(model.cut).toEqual(['b']);
    expect(ledgerOf(await log()).items.map(({ node_id, outcome }) => [node_id, outcome])).toContainEqual([
      'b',
      'cancelled',
    ]);
  });
});

it('a voter at a node of its own that cannot vote has failed, and is not asked without an end', async () => {
  const graph = graphOf(
    { start: ['start', 'v'], v: ['agent', 'end'], end: ['end'] },
    { v: { ...AGENT, output_format: 'ballot', timeout_seconds: 1 } },
  );
  const { driver, model } = await setUp(graph, ['v']);
  expect(await driver.drive()).toMatchObject({ status: 'failed', error: { code: 'TURN.TIMEOUT', node_id: 'v' } });
  expect(model.asked).toEqual(['v']);
});

describe('a session', () => {
  const GATED = graphOf(
    { start: ['start', 'a'], a: ['agent', 'gate'], gate: ['human_review', 'b'], b: ['agent', 'end'], end: ['end'] },
    { a: AGENT, b: AGENT, gate: { timeout_minutes: 10 } },
  );

  const STOP: NewEvent = { event: 'control:stop', data: { reason: 'enough' } };
  it.each(['join:settled', 'message:completed', 'report:ready', 'execution:completed'] as const)(
    'that is stopped right before `%s` is written ends as stopped, and nothing follows from what was not known',
    async (before) => {
      const { driver, log, store } = await setUp(PAIR_AND_JUDGE);
      store.interruption = { before, by: STOP };
      expect(await driver.drive()).toMatchObject({ status: 'cancelled' });
      const names = (await log()).map(({ event }) => event);
      expect(names.filter((name) => name === 'execution:completed')).toHaveLength(1);
      const stoppedAt = names.indexOf('control:stop');
      expect(names.slice(stoppedAt)).not.toContain('report:ready');
      expect(names.slice(stoppedAt)).not.toContain('model_call:started');
    },
  );

  it('that waits for people rests, and says when it has to be looked at again', async () => {
    const { driver, model } = await setUp(GATED);
    const state = await driver.drive();
    expect(state).toMatchObject({ status: 'running', nodes: { gate: { status: 'suspended' } } });
    const { expiresAt } = state.nodes['gate']?.review ?? {};
    expect(nextWakeAt(state)).toBe(new Date(Date.parse(expiresAt ?? '') - 5 * 60_000).toISOString());
    expect(model.asked).toEqual(['a']);
  });

  it('goes on where it stood when somebody has decided, and asks nobody twice', async () => {
    const { driver, model, store, live } = await setUp(GATED);
    const { nodes } = await driver.drive();
    const review_uuid = nodes['gate']?.review?.review_uuid ?? '';
    const decision = { review_uuid, action: 'approve', data: {}, by: 'user', is_automatic: false } as const;
    await store.append(ID, null, [{ event: 'review:decided', node_id: 'gate', data: decision }]);
    const next = new SessionDriver(
      lease,
      { store, model, tools: NO_TOOLS, live, ...UNBOUND },
      new AbortController().signal,
    );
    expect(await next.drive()).toMatchObject({ status: 'completed', outcome: 'full' });
    expect(model.asked).toEqual(['a', 'b']);
  });

  it('that is told to finish hears out who speaks, asks nobody more, and has its report', async () => {
    const { driver, model, say, log } = await setUp(PAIR, ['b']);
    const driven = driver.drive();
    await until(() => model.asked.length === 2);
    await say({ event: 'control:finish', data: { reason: 'user' } });
    expect(await driven).toMatchObject({ status: 'completed', outcome: 'early' });
    const names = (await log()).map(({ event }) => event);
    expect(names.slice(-3)).toEqual(['report:ready', 'node_state_change', 'execution:completed']);
  });

  it('that a breaker locks cuts its streams, and ends no run before it is opened', async () => {
    const { driver, model, say, log } = await setUp(PAIR, ['a', 'b']);
    const driven = driver.drive();
    await until(() => model.asked.length === 2);
    await say({ event: 'circuit_breaker:tripped', data: { reason: 'spend', message: 'too much', value: 2, limit: 1 } });
    expect(await driven).toMatchObject({ status: 'paused', lock: { reason: 'spend' } });
    expect(model.cut.toSorted()).toEqual(['a', 'b']);
    expect((await log()).map(({ event }) => event)).not.toContain('execution:completed');
  });

  it('that is over with an attempt that failed has that attempt on the bill once, and ends last of all', async () => {
    const { driver, model, log } = await setUp(PAIR, [], { budget: { tokens: 11_000 } });
    model.failing.add('a').add('b');
    expect(await driver.drive()).toMatchObject({ status: 'completed', outcome: 'capped' });
    const events = await log();
    expect(events.at(-1)).toMatchObject({ event: 'execution:completed' });
    const [begun, ended] = ['model_call:started', 'model_call:failed'].map((name) =>
      events.flatMap((event) => (event.event === name ? [event.data] : [])).map(nameOfAttempt),
    );
    expect(ended).toEqual(begun);
    expect(events.filter(({ event }) => event === 'token_usage')).toEqual([]);
  });

  it('whose next call does not fit under its cap finishes with what it has', async () => {
    // One call's worst case fits; a second one beside what the first has really used does not.
    const { driver, model } = await setUp(PAIR, [], { budget: { tokens: 11_000 } });
    expect(await driver.drive()).toMatchObject({ status: 'completed' });
    const tight = await setUp(PAIR, [], { budget: { tokens: 9_000 } });
    const state = await tight.driver.drive();
    expect(state).toMatchObject({ status: 'completed', outcome: 'capped' });
    expect(tight.model.asked.length).toBeLessThan(model.asked.length);
  });
});
