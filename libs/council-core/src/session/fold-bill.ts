import type { LogEvent } from '@council/contracts';
import { overstatedBy } from '../breakers/used-tokens.js';
import { withSpent } from '../budget/allotments.js';
import { addUsage, usageIn } from '../ledger/spend-of.js';
import type { SessionState } from './state.js';

type BillEvent = Extract<LogEvent, { event: 'token_usage' | 'model_call:failed' }>;

/** An attempt is over: what it has used is on the bill, and what was put aside for it is free again. */
export function foldBill(state: SessionState, event: BillEvent): SessionState {
  const more = usageIn(event);
  const ended = state.openCalls.filter((call) => isEnded(call, event.data));
  const month = ended[0]?.month ?? null;
  return {
    ...state,
    usage: more === null ? state.usage : addUsage(state.usage, more),
    overstated: state.overstated + (event.event === 'model_call:failed' ? overstatedBy(event.data, ended[0]) : 0),
    openCalls: ended.length === 0 ? state.openCalls : state.openCalls.filter((call) => !ended.includes(call)),
    allotments: withSpent(state.allotments, month, more?.estimated_cost_usd ?? 0),
  };
}

/** A bill without an attempt is of an older log: it closes its turn. */
const isEnded = (
  call: SessionState['openCalls'][number],
  ended: { readonly turn_id: string; readonly attempt?: number },
): boolean => call.turnId === ended.turn_id && (ended.attempt ?? call.attempt) === call.attempt;
