import type { BreakerLimits, NewEvent, SessionCreated } from '@council/contracts';
import { DEBATE, graphOf, judgement, playSession, type PlayScript, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { foreseeCall } from '../estimate/foresee-call.js';
import { tokensForeseen } from '../estimate/tokens-foreseen.js';
import { reserveCall } from '../ledger/reserve-call.js';
import type { CallModelEffect } from '../session/effects.js';
import { orphanEvents } from '../session/fail-attempt.js';
import { takeOverEvents } from '../session/take-over.js';
import { dueEffects } from '../session/due-effects.js';
import { fold } from '../session/fold.js';

const OFF: BreakerLimits = {
  rounds: null,
  spend_factor: null,
  similarity: null,
  entropy: null,
  active_minutes: null,
  token_rate: null,
};
const DEFAULTS: BreakerLimits = {
  rounds: 10,
  spend_factor: 3,
  similarity: 0.95,
  entropy: 0.5,
  active_minutes: 10,
  token_rate: { '*': 1_000 },
};

const AGENT = { agent_uuid: '00000000-0000-4000-8000-000000000000' };
const LOOP = graphOf(
  { start: ['start', 'judge'], judge: ['agent', 'loop'], loop: ['loop', 'judge', 'end'], end: ['end'] },
  { judge: AGENT, loop: { max_rounds: 8 } },
);

/** Says something else every time, at length. */
const honest: PlayScript['answer'] = ({ turnId, stance }) => {
  const said = Array.from({ length: 30 }, (_, at) => `${turnId} finds that point ${at} gains ${at * 7}.`).join(' ');
  return stance === 'adjudicator' ? `${said} ${judgement([70, 70, 70])}` : said;
};

const unlocking = (run: number): readonly NewEvent[] => [
  { event: 'session:unlocked', data: { by: 'user', justification: 'It was meant to be that long.', checks: [] } },
  { event: 'execution:started', data: { run } },
];

function play(limits: Partial<BreakerLimits>, answer: PlayScript['answer'], more: Partial<SessionCreated> = {}) {
  const { graph = LOOP } = more;
  const created = sessionOf(graph, { limits: { ...OFF, ...limits }, ...more });
  const locked = playSession(created, { answer });
  const opened = playSession(created, {
    answer,
    interrupt: (state) => (state.lock === null || state.run > 1 ? [] : unlocking(state.run + 1)),
  });
  return { locked: locked.state, opened: opened.state, log: opened.log };
}

describe('a breaker locks the session, and measures anew once it is opened', () => {
  it('when a node runs too often', () => {
    const { locked, opened } = play({ rounds: 4 }, honest);
    expect(locked).toMatchObject({ status: 'paused', lock: { reason: 'rounds', value: 5, limit: 4 } });
    expect(opened).toMatchObject({ status: 'completed', lock: null, run: 2 });
  });

  it('when more is used than three times what was foreseen', () => {
    const { locked, opened } = play({ spend_factor: 3 }, honest, { expected_tokens: 1_000 });
    expect(locked.lock).toMatchObject({ reason: 'spend', value: 4_500, limit: 3_000 });
    expect(locked.past.length + 1).toBe(3);
    // Two more turns are less than another 3,000 tokens; the third is more again.
    expect(opened.lock).toMatchObject({ reason: 'spend', value: 4_500 });
  });

  it('when a seat says the same three times', () => {
    const { locked, opened } = play({ similarity: 0.95 }, (call, state) =>
      state.unlocked === null ? 'This is what I have said, and I say it again.' : honest(call, state),
    );
    expect(locked.lock).toMatchObject({ reason: 'repetition', value: 1 });
    expect(opened).toMatchObject({ status: 'completed', lock: null });
  });

  it('when an answer says nothing', () => {
    const { locked, opened } = play({ entropy: 0.5 }, (call, state) =>
      state.unlocked === null ? 'a'.repeat(200) : honest(call, state),
    );
    expect(locked.lock).toMatchObject({ reason: 'entropy', value: 0 });
    expect(opened).toMatchObject({ status: 'completed', lock: null });
  });

  it('and none opens for a council that is fast and honest, nor where all are off', () => {
    for (const graph of [LOOP, DEBATE]) {
      const created = { expected_tokens: 5_000, graph };
      expect(play(DEFAULTS, honest, created).locked).toMatchObject({ status: 'completed', lock: null });
      expect(play({}, () => 'a'.repeat(300), created).locked.lock).toBeNull();
    }
  });

  it('ends every run once, and last', () => {
    const { log } = play({ rounds: 4 }, honest);
    expect(log.filter(({ event }) => event === 'execution:completed')).toHaveLength(1);
    expect(log.at(-1)?.event).toBe('execution:completed');
  });
});

describe('a server that goes away in the middle of calls', () => {
  const graph = DEBATE;
  const drafted = sessionOf(graph, { limits: { ...OFF, spend_factor: 3 } });
  const created: SessionCreated = { ...drafted, expected_tokens: tokensForeseen(drafted) };
  const begun = (call: CallModelEffect, isOlder: boolean): NewEvent => ({
    event: 'model_call:started',
    node_id: call.nodeId,
    data: {
      ...{ turn_id: call.turnId, agent_id: null, attempt: call.attempt, ...call.seat.used },
      reserved: reserveCall(call.request, call.seat.price),
      foreseen: isOlder ? null : foreseeCall(call, created),
    },
  });

  /** Each time both sides had begun to speak: the bill has their worst cases. */
  function restarted(times: number, isOlder = false) {
    let hasBegun = false;
    return playSession(created, {
      answer: honest,
      interrupt: (before) => {
        const isMoment = dueEffects(before).filter(({ type }) => type === 'call-model').length === 2;
        if (hasBegun || !isMoment) return [];
        hasBegun = true;
        let state = before;
        const written: NewEvent[] = [];
        const write = (events: readonly NewEvent[]): void => {
          const placed = events.map((event, at) => ({ ...event, seq: state.lastSeq + at + 1, timestamp: '' }));
          state = fold(placed, state);
          written.push(...events);
        };
        for (let time = 0; time < times; time += 1) {
          write(dueEffects(state).flatMap((effect) => (effect.type === 'call-model' ? [begun(effect, isOlder)] : [])));
          write(orphanEvents(state));
        }
        return written;
      },
    }).state;
  }

  it('locks no honest session, though its bill is far above what was foreseen', () => {
    for (const times of [1, 2, 3]) {
      const { status, lock, usage } = restarted(times);
      expect({ times, status, lock }).toEqual({ times, status: 'completed', lock: null });
      expect(usage.input_tokens + usage.output_tokens).toBeGreaterThan(times * 2 * 8_192);
    }
    expect(restarted(2).usage.output_tokens).toBeGreaterThan(3 * (created.expected_tokens ?? Infinity));
  });

  it('locks one whose calls it goes away with again and again', () => {
    const { lock } = restarted(20);
    expect(lock).toMatchObject({ reason: 'spend' });
    expect(lock?.value).toBeLessThan(4 * (created.expected_tokens ?? 0));
  });

  it('measures an older log by its bill', () => {
    expect(restarted(2, true).lock).toMatchObject({ reason: 'spend' });
  });
});

describe('the clock of a session', () => {
  const MINUTE = 60_000;
  const created: NewEvent = {
    event: 'session:created',
    data: sessionOf(LOOP, { limits: { ...OFF, active_minutes: 10 } }),
  };
  const node = (status: 'running' | 'suspended'): NewEvent => ({
    event: 'node_state_change',
    node_id: 'judge',
    data: { status },
  });
  const started: NewEvent = { event: 'execution:started', data: { run: 1 } };
  const paused: NewEvent = { event: 'execution:paused', data: { reason: 'user' } };
  const resumed: NewEvent = { event: 'execution:resumed', data: { reason: 'user' } };

  /** The state after events at these minutes. */
  const at = (...events: readonly (readonly [minute: number, event: NewEvent])[]) =>
    fold(
      events.map(([minute, event], place) => ({
        ...event,
        seq: place + 1,
        timestamp: new Date(minute * MINUTE).toISOString(),
      })),
    );
  const begun = [
    [0, created],
    [1, started],
    [1, { event: 'node_state_change', node_id: 'start', data: { status: 'completed' } }],
    [1, node('running')],
  ] as const;
  const tripsAt = (state: ReturnType<typeof at>): number | undefined => {
    const wait = dueEffects(state).find((effect) => effect.type === 'wait' && effect.key === 'active-time');
    return wait?.type === 'wait' ? Date.parse(wait.until) / MINUTE : undefined;
  };

  it('locks it when it has worked for too long', () => {
    const state = at(...begun);
    expect(tripsAt(state)).toBe(11);
    const wait = dueEffects(state).find((effect) => effect.type === 'wait');
    expect(wait).toMatchObject({ events: [{ event: 'circuit_breaker:tripped', data: { reason: 'active_time' } }] });
  });

  it('stands while it is paused, and while people are asked', () => {
    expect(tripsAt(at(...begun, [4, paused], [60, resumed]))).toBe(67);
    const waiting = at(...begun, [4, node('suspended')]);
    expect(waiting.active).toEqual({ ms: 3 * MINUTE, since: null });
    expect(tripsAt(waiting)).toBeUndefined();
    expect(tripsAt(at(...begun, [4, node('suspended')], [60, node('running')]))).toBe(67);
    // Resumed, and still nobody has decided.
    expect(at(...begun, [4, node('suspended')], [5, paused], [6, resumed]).active.since).toBeNull();
  });

  it("stands while it waits for its group's month", () => {
    const group = { group_uuid: 'g', name: 'G', constitution: '', has_budget: true };
    const data = sessionOf(LOOP, { limits: { ...OFF, active_minutes: 10 }, group });
    const short = [[0, { event: 'session:created', data }], ...begun.slice(1)] as const;
    const allotted = (is_awaited: boolean): NewEvent => ({
      event: 'budget:allotted',
      data: { month: '1970-01', usd: 1_000, total: 1_000, is_awaited },
    });
    const said: NewEvent = { event: 'user:message', data: { message_id: 'm', content: 'Well?', by: 'me' } };
    expect(tripsAt(at(...short))).toBeUndefined();
    expect(tripsAt(at(...short, [300, said], [500, allotted(true)]))).toBe(510);
    // Asked for while others of its calls were at work: that was no waiting.
    expect(tripsAt(at(...short, [5, allotted(false)]))).toBe(11);
    expect(at(...short, [500, paused]).active).toEqual({ ms: 0, since: null });
  });

  it('stands while nobody drives it, and begins anew with an unlocking', () => {
    const taken: NewEvent = { event: 'session:taken_over', data: {} };
    expect(tripsAt(at(...begun, [500, taken]))).toBe(510);
    expect(tripsAt(at(...begun, [4, node('running')], [500, taken]))).toBe(507);
    const trip: NewEvent = {
      event: 'circuit_breaker:tripped',
      data: { reason: 'active_time', message: '', value: 10, limit: 10 },
    };
    const [unlocked, again] = unlocking(2);
    if (unlocked === undefined || again === undefined) throw new Error('two events');
    expect(tripsAt(at(...begun, [11, trip], [100, unlocked], [100, again]))).toBe(110);
  });

  it('is told of a gap by who takes the session over, where there was one', () => {
    const state = at(...begun);
    expect(takeOverEvents(state, 1.5 * MINUTE)).toEqual([]);
    expect(takeOverEvents(state, 9 * MINUTE)).toEqual([{ event: 'session:taken_over', data: {} }]);
    expect(takeOverEvents(at(...begun, [2, paused]), 9 * MINUTE)).toEqual([]);
  });
});
