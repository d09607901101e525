import type { LogEvent, NewEvent } from '@council/contracts';
import { DEBATE, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { dueEffects } from '../session/due-effects.js';
import type { CallModelEffect } from '../session/effects.js';
import { fold } from '../session/fold.js';
import type { SessionState } from '../session/state.js';
import { reserveCall } from '../ledger/reserve-call.js';
import { toUsd } from '../ledger/usd.js';
import { allotmentLeft, returnEvents } from './allotments.js';
import { isAffordable } from './within-budget.js';

const GROUP = { group_uuid: 'g', name: 'G', constitution: '', has_budget: true };
const MANNER = { node_id: '', manner: { max_tokens: 1_000 } };
const created = sessionOf(DEBATE, { group: GROUP });
const SESSION = { ...created, seats: created.seats.map((seat) => ({ ...seat, ...MANNER, node_id: seat.node_id })) };

const write = (state: SessionState, ...events: readonly NewEvent[]): SessionState =>
  fold(
    events.map((event, at): LogEvent => ({ ...event, seq: state.lastSeq + at + 1, timestamp: '2026-11-24T00:00:00Z' })),
    state,
  );

/** Everything is written that only has to be written. */
function settled(state: SessionState): SessionState {
  const [first] = dueEffects(state);
  return first?.type === 'append' ? settled(write(state, ...first.events)) : state;
}

const begun = settled(write(fold([]), { event: 'session:created', data: SESSION }));
const allotted = (usd: number, month = '2026-11'): NewEvent => ({
  event: 'budget:allotted',
  data: { month, usd, total: usd },
});
const callsOf = (state: SessionState): readonly CallModelEffect[] =>
  dueEffects(state).filter((effect) => effect.type === 'call-model');
const drawOf = (state: SessionState) => dueEffects(state).find((effect) => effect.type === 'draw-allotment');

const [first, second] = callsOf(settled(write(begun, allotted(1_000))));
if (first === undefined || second === undefined) throw new Error('two sides speak');
const worst = ({ request, seat }: CallModelEffect) => reserveCall(request, seat.price);
const costOf = (call: CallModelEffect): number => worst(call).cost_usd ?? 0;
const startOf = (call: CallModelEffect): NewEvent => ({
  event: 'model_call:started',
  node_id: call.nodeId,
  data: { turn_id: call.turnId, agent_id: null, attempt: 1, ...call.seat.used, reserved: worst(call) },
});
const billOf = (call: CallModelEffect, usd: number): NewEvent => ({
  event: 'model_call:failed',
  node_id: call.nodeId,
  data: {
    turn_id: call.turnId,
    attempt: 1,
    error: { code: 'X', message: '' },
    retry_in_ms: 0,
    usage: { input_tokens: 1, output_tokens: 1, is_estimated: false, estimated_cost_usd: usd },
  },
});

describe('a session of a group with a budget', () => {
  it('asks for the worst of all that is due, before anything is called', () => {
    expect(callsOf(begun)).toEqual([]);
    expect(drawOf(begun)).toMatchObject({
      groupUuid: 'g',
      usd: toUsd(costOf(first) + costOf(second)),
      least: Math.min(costOf(first), costOf(second)),
      isIdle: true,
    });
  });

  it('calls what fits, and asks for the rest, which is not idle then', () => {
    const state = write(begun, allotted(costOf(first)));
    expect(callsOf(state).map(({ turnId }) => turnId)).toEqual([first.turnId]);
    expect(drawOf(state)).toMatchObject({ usd: costOf(second), isIdle: false });
    const speaking = write(state, startOf(first));
    expect(allotmentLeft(speaking)).toBe(0);
    expect(isAffordable(speaking, second)).toBe(false);
  });

  it('uses what turned out cheaper for the next call', () => {
    const state = write(begun, allotted(costOf(first)), startOf(first), billOf(first, 0.5));
    expect(allotmentLeft(state)).toBeCloseTo(costOf(first) - 0.5, 9);
  });

  it('gives back what it does not need when it is paused, and asks anew afterwards', () => {
    const speaking = write(begun, allotted(100), startOf(first), {
      event: 'execution:paused',
      data: { reason: 'user' },
    });
    expect(dueEffects(speaking)).toEqual([]);
    const rested = settled(write(speaking, billOf(first, 0.5)));
    expect(rested.allotments).toEqual({ open: null, months: { '2026-11': { usd: 0.5, spent: 0.5 } } });
    const again = write(rested, { event: 'execution:resumed', data: { reason: 'user' } });
    expect(drawOf(again)).toMatchObject({ usd: toUsd(costOf(first) + costOf(second)), isIdle: true });
  });

  it('gives back before its last event', () => {
    const ended = settled(write(begun, allotted(100), { event: 'control:stop', data: { reason: 'user' } }));
    expect(ended).toMatchObject({ status: 'cancelled', allotments: { open: null, months: { '2026-11': { usd: 0 } } } });
    expect(returnEvents(ended)).toEqual([]);
  });

  it("leaves a month's money in that month", () => {
    const state = write(begun, allotted(100), startOf(first));
    const wait = dueEffects(state).find((effect) => effect.type === 'wait');
    if (wait?.type !== 'wait') throw new Error('the end of the month is waited for');
    expect(wait.until).toBe('2026-12-01T00:00:00.000Z');
    const december = write(state, ...wait.events);
    expect(callsOf(december).some(({ turnId }) => turnId === second.turnId)).toBe(false);
    expect(drawOf(december)).toMatchObject({ usd: costOf(second) });
    // A call of November that ends in December is November's, and so is what it did not use.
    const later = settled(write(december, allotted(50, '2026-12'), billOf(first, 0.25)));
    expect(later.allotments).toEqual({
      open: '2026-12',
      months: { '2026-11': { usd: 0.25, spent: 0.25 }, '2026-12': { usd: 50, spent: 0 } },
    });
  });
});
