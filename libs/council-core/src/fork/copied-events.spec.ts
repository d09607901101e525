import type { LogEvent, NewEvent } from '@council/contracts';
import { DEBATE, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { fold } from '../session/fold.js';
import { nodeState, seatState } from '../session/state.js';
import { copiedEvents } from './copied-events.js';
import { type ForkableEvent, forkPoint, lastForkable } from './fork-point.js';

/** A log from its appends. */
function logOf(...appends: readonly (readonly NewEvent[])[]): readonly ForkableEvent[] {
  let seq = 0;
  return appends.flatMap((events) => {
    const appendEnd = seq + events.length;
    return events.map((event): ForkableEvent => {
      seq += 1;
      return { event: { ...event, seq, timestamp: new Date(seq * 1_000).toISOString() }, appendEnd };
    });
  });
}
const placed = (events: readonly NewEvent[]): LogEvent[] => logOf(events).map(({ event }) => event);

const NODE = 'negative';
const TURN = 'negative#1';
const speaker = { turn_id: TURN, agent_id: null, provider: 'scripted', model: 'one' };
const failure = { code: 'MODEL.CUT_STREAM', message: 'cut' };
const sitter = { agent_id: null, name: 'Deputy', provider: 'scripted', model: 'two' };
const on = (event: NewEvent): NewEvent => ({ ...event, node_id: NODE });
const created: NewEvent = { event: 'session:created', data: sessionOf(DEBATE) };
const begun: NewEvent = { event: 'execution:started', data: { run: 1 } };
const state = (status: 'running' | 'completed' | 'failed'): NewEvent =>
  on({ event: 'node_state_change', data: { status } });
const called = (attempt: number): NewEvent => on({ event: 'model_call:started', data: { ...speaker, attempt } });
const broke = (attempt: number): NewEvent =>
  on({ event: 'model_call:failed', data: { turn_id: TURN, attempt, error: failure, retry_in_ms: 1 } });
const replaced = on({
  event: 'seat:replaced',
  data: { turn_id: TURN, fallback: 1, from: sitter, to: sitter, error: failure },
});
const bill = (attempt: number): NewEvent =>
  on({
    event: 'token_usage',
    data: {
      ...speaker,
      attempt,
      input_tokens: 1,
      output_tokens: 1,
      is_estimated: false,
      total_tokens: 2,
      estimated_cost_usd: 0,
      cumulative_session_tokens: 2,
      cumulative_session_cost_usd: 0,
    },
  });
const asks = on({
  event: 'tool_calls:requested',
  data: {
    turn_id: TURN,
    attempt: 2,
    agent_id: null,
    content: '',
    calls: [{ id: 'a', name: 'b', input: '{}' }],
    latency_ms: 1,
  },
});
const wrote: NewEvent = on({
  event: 'file:written',
  data: { path: '/notes.md', version: 1, content: 'x', author: 'a', reason: 'r' },
});
const said = on({
  event: 'message:completed',
  data: { ...speaker, attempt: 3, agent_name: 'Negative', content: 'No.', references: [], latency_ms: 1 },
});
const pause: NewEvent = { event: 'execution:paused', data: { reason: 'session_paused' } };
const stop: NewEvent = { event: 'control:stop', data: { reason: 'user' } };

const OPEN = logOf(
  [created],
  [begun, state('running')],
  [called(1)],
  [broke(1), called(2)],
  [pause, stop],
  [asks, bill(2)],
  [wrote],
  [called(3)],
);
const ID = '5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11';
const fork = (seats: ReadonlySet<string>) => ({ sessionUuid: ID, changed: seats });
const nobody = new Set<string>();
const changed = new Set([NODE]);
const names = (appends: readonly (readonly NewEvent[])[]) => appends.map((events) => events.map(({ event }) => event));

describe('what a fork keeps', () => {
  it('is all but the beginning, what held the session, and the call under way; together as it was appended', () => {
    expect(names(copiedEvents(OPEN, fork(nobody)))).toEqual([
      ['execution:started', 'node_state_change'],
      ['model_call:started'],
      ['model_call:failed', 'model_call:started'],
      ['tool_calls:requested', 'token_usage'],
      ['file:written'],
    ]);
    const { openCalls, isStopRequested, seats, status } = fold([
      ...placed([created]),
      ...placed(copiedEvents(OPEN, fork(nobody)).flat()),
    ]);
    expect({ openCalls, isStopRequested, status }).toEqual({
      openCalls: [],
      isStopRequested: false,
      status: 'running',
    });
    expect(seats[NODE]).toMatchObject({ attempts: 2, steps: [{ kind: 'tools' }] });
  });

  it('is nothing of the open turn of a changed seat but the files that it wrote', () => {
    expect(names(copiedEvents(OPEN, fork(changed)))).toEqual([
      ['execution:started', 'node_state_change'],
      ['file:written'],
    ]);
  });

  it('is a review under a name of its own, and its deadline counts anew', () => {
    const asked: NewEvent = {
      event: 'human_interaction_required',
      node_id: 'gate',
      data: {
        review_uuid: '0d9f4a52-6c8e-4c39-8a51-0c8f6d0f4b11',
        round: 1,
        reason: 'r',
        timeout: 5,
        allow_skip: false,
        instructions: '',
        actions: ['approve'],
        draft: { conclusions: [], disagreements: [], actions: [] },
        document: null,
      },
    };
    const review_uuid = '0d9f4a52-6c8e-4c39-8a51-0c8f6d0f4b11';
    const expired: NewEvent = { event: 'review:expired', node_id: 'gate', data: { review_uuid } };
    const log = logOf([created], [begun], [asked], [{ ...expired, event: 'review:reminder' }], [expired, pause]);
    const [, copy] = copiedEvents(log, fork(nobody)).flat();
    expect(copy).toEqual({ ...asked, data: { ...asked.data, review_uuid: expect.not.stringContaining('0d9f4a52') } });
    expect(names(copiedEvents(log, fork(nobody)))).toEqual([['execution:started'], ['human_interaction_required']]);
  });

  it('is what other voters of the same node have said, and not what a changed one had begun', () => {
    const voter = (seat: string, event: NewEvent): NewEvent =>
      ({ ...event, node_id: 'vote', data: { ...event.data, turn_id: `vote/${seat}#1` } }) as NewEvent;
    const running: NewEvent = { event: 'node_state_change', node_id: 'vote', data: { status: 'running' } };
    const log = logOf(
      [created],
      [begun, running],
      [voter('1', called(1))],
      [voter('2', called(1))],
      [voter('1', broke(1)), voter('1', called(2))],
      [voter('2', said), voter('2', bill(1))],
    );
    expect(names(copiedEvents(log, fork(new Set(['vote/1']))))).toEqual([
      ['execution:started', 'node_state_change'],
      ['model_call:started'],
      ['message:completed', 'token_usage'],
    ]);
    expect(forkPoint(log, new Set(['vote/2']))).toBe(7);
  });

  it('is the whole turn of a changed seat that had spoken, though nobody stands in for it any more', () => {
    const log = logOf(
      [created],
      [begun, state('running')],
      [replaced],
      [called(3)],
      [said, bill(3), state('completed')],
    );
    const kept = placed([created, ...copiedEvents(log, fork(changed)).flat()]);
    expect(kept.map(({ event }) => event)).not.toContain('seat:replaced');
    expect(nodeState(fold(kept), NODE).status).toBe('completed');
    expect(seatState(fold(kept), NODE)).toMatchObject({ sitter: 0, turn: { content: 'No.' } });
    const same = fold(placed([created, ...copiedEvents(log, fork(nobody)).flat()]));
    expect(seatState(same, NODE).sitter).toBe(1);
  });
});

describe('the point of a fork', () => {
  const ENDED = logOf(
    [created],
    [begun, state('running')],
    [called(3)],
    [said, bill(3), state('completed')],
    [{ event: 'execution:completed', data: { status: 'completed', outcome: 'full' } }],
  );

  it('lies between two appends: what was written together is kept together', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((seq) => forkPoint(ENDED, nobody, seq))).toEqual([1, 3, 3, 4, 7, 7, 7, 8]);
    expect(forkPoint(ENDED, nobody, 9)).toBeNull();
  });

  it('lies, when nobody says where, before the first changed seat had spoken or failed, else at the end', () => {
    expect(forkPoint(ENDED, changed)).toBe(4);
    expect(forkPoint(logOf([created], [begun, state('running')], [state('failed')]), changed)).toBe(3);
    expect(forkPoint(ENDED, new Set(['affirmative']))).toBe(8);
    expect(forkPoint(ENDED, nobody)).toBe(8);
  });

  it('is at the latest the last append before the end', () => {
    expect(lastForkable(ENDED)).toBe(7);
    expect(lastForkable(ENDED.slice(0, 7))).toBe(7);
    expect(lastForkable([])).toBeNull();
  });
});
