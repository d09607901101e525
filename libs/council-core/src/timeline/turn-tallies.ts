import type { LogEvent, Usage } from '@council/contracts';
import { turnOfEvent } from '../session/turn-of-event.js';
import { addUsage, NO_USAGE, usageIn } from '../ledger/spend-of.js';

/** What a turn took, all its attempts together. */
export interface TurnTally {
  readonly begunAt: string;
  readonly attempts: number;
  readonly toolCalls: number;
  readonly usage: Usage;
}

/** Of each turn, by its id. Read before the entries are: the bill of an answer stands behind its message. */
export function turnTallies(events: readonly LogEvent[]): ReadonlyMap<string, TurnTally> {
  const tallies = new Map<string, TurnTally>();
  for (const event of events) {
    const turn = turnOfEvent(event);
    if (turn === undefined) continue;
    const before = tallies.get(turn) ?? { begunAt: event.timestamp, attempts: 0, toolCalls: 0, usage: NO_USAGE };
    tallies.set(turn, withEvent(before, event));
  }
  return tallies;
}

function withEvent(tally: TurnTally, event: LogEvent): TurnTally {
  if (event.event === 'model_call:started') return { ...tally, attempts: tally.attempts + 1 };
  if (event.event === 'tool_execution') return { ...tally, toolCalls: tally.toolCalls + 1 };
  const more = usageIn(event);
  return more === null ? tally : { ...tally, usage: addUsage(tally.usage, more) };
}
