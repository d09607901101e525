import type { NewEvent, Reservation, SessionCreated } from '@council/contracts';
import { reserveCall } from '../ledger/reserve-call.js';
import { toUsd } from '../ledger/usd.js';
import type { CallModelEffect, Effect } from '../session/effects.js';
import type { SessionState } from '../session/state.js';
import { allotmentLeft } from './allotments.js';

interface Committed {
  readonly usd: number;
  readonly tokens: number;
}

/**
 * Of what is due, what the cap allows: spent, put aside for calls in flight, and the worst case of each new call together
 * never pass it. What does not fit waits while calls in flight may still turn out cheaper than their worst; when nothing
 * is in flight any more, the cap is reached.
 */
export function withinBudget(state: SessionState, created: SessionCreated, due: readonly Effect[]): readonly Effect[] {
  return withinAllotment(state, created, withinCap(state, created, due));
}

function withinCap(state: SessionState, created: SessionCreated, due: readonly Effect[]): readonly Effect[] {
  if (created.budget == null) return due;
  const inFlight = new Set(state.openCalls.map(({ turnId }) => turnId));
  let committed = committedBy(state);
  let isAnyCalled = state.openCalls.length > 0;
  let shortOf: NewEvent | null = null;
  const allowed: Effect[] = [];
  for (const effect of due) {
    if (effect.type !== 'call-model' || inFlight.has(effect.turnId)) {
      allowed.push(effect);
      continue;
    }
    const more = add(committed, worstOf(effect));
    const excess = passes(created, more);
    if (excess !== null) {
      shortOf ??= excess;
      continue;
    }
    committed = more;
    isAnyCalled = true;
    allowed.push(effect);
  }
  return shortOf !== null && !isAnyCalled ? [{ type: 'append', events: [shortOf] }] : allowed;
}

/** Of that, what has been allotted of the group's month; for the rest, an allotment is asked for. */
function withinAllotment(state: SessionState, { group }: SessionCreated, due: readonly Effect[]): readonly Effect[] {
  if (group?.has_budget !== true || due.some(({ type }) => type === 'append')) return due;
  const inFlight = new Set(state.openCalls.map(({ turnId }) => turnId));
  let left = allotmentLeft(state);
  const short: number[] = [];
  const allowed: Effect[] = [];
  for (const effect of due) {
    const isNew = effect.type === 'call-model' && !inFlight.has(effect.turnId);
    const cost = isNew ? (worstOf(effect).cost_usd ?? 0) : 0;
    if (cost > left) short.push(cost);
    else allowed.push(effect);
    if (cost <= left) left = toUsd(left - cost);
  }
  if (short.length === 0) return allowed;
  const usd = toUsd(short.reduce((sum, cost) => sum + cost, 0) - left);
  const isIdle = state.openCalls.length === 0 && allowed.every(({ type }) => type === 'wait');
  const least = toUsd(Math.min(...short) - left);
  return [...allowed, { type: 'draw-allotment', groupUuid: group.group_uuid, usd, least, isIdle }];
}

/** Whether one call more, after what the log knows by now, stays under the cap: asked again for every attempt. */
export function isAffordable(state: SessionState, call: CallModelEffect): boolean {
  const { created } = state;
  if (created?.group?.has_budget !== true && created?.budget == null) return true;
  const worst = worstOf(call);
  if (created.group?.has_budget === true && (worst.cost_usd ?? 0) > allotmentLeft(state)) return false;
  return created.budget == null || passes(created, add(committedBy(state), worst)) === null;
}

const worstOf = ({ request, seat }: CallModelEffect): Reservation => reserveCall(request, seat.price);

function committedBy({ usage, openCalls }: SessionState): Committed {
  const spent = { usd: usage.cost_usd ?? 0, tokens: usage.input_tokens + usage.output_tokens };
  return openCalls.reduce((sum, { reserved }) => (reserved === null ? sum : add(sum, reserved)), spent);
}

const add = (sum: Committed, more: Reservation): Committed => ({
  usd: toUsd(sum.usd + (more.cost_usd ?? 0)),
  tokens: sum.tokens + more.input_tokens + more.output_tokens,
});

function passes({ budget }: SessionCreated, { usd, tokens }: Committed): NewEvent | null {
  if (budget?.usd !== undefined && usd > budget.usd) return reached('usd', budget.usd, usd);
  if (budget?.tokens !== undefined && tokens > budget.tokens) return reached('tokens', budget.tokens, tokens);
  return null;
}

const reached = (unit: 'usd' | 'tokens', cap: number, needed: number): NewEvent => ({
  event: 'budget:reached',
  data: { scope: 'session', unit, cap, needed },
});
