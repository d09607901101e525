import type { LogEvent } from '@council/contracts';
import { fold } from '../session/fold.js';
import { EMPTY_STATE, isTerminal } from '../session/state.js';
import { seatOfEvent } from './seat-of-event.js';

/** An event of a log that may be forked. `appendEnd`: the last event of the append that wrote it. */
export interface ForkableEvent {
  readonly event: LogEvent;
  readonly appendEnd: number;
}

/**
 * The last event that a fork keeps. What was appended at once is true only as a whole (a message, its bill, its node's
 * end), so the fork is made between two appends. `changed`: the seats in which somebody else speaks. Null: there is no
 * such event.
 */
export function forkPoint(log: readonly ForkableEvent[], changed: ReadonlySet<string>, seq?: number): number | null {
  if (seq !== undefined) return log[seq - 1]?.appendEnd ?? null;
  const spoken = log.find(({ event }) => changed.has(seatOfEvent(event)) && settlesSeat(event));
  return spoken === undefined ? (log.at(-1)?.appendEnd ?? null) : endBefore(log, spoken);
}

/** The end of the append before the one that wrote this event. */
function endBefore(log: readonly ForkableEvent[], { appendEnd }: ForkableEvent): number | null {
  return log.findLast((candidate) => candidate.appendEnd < appendEnd)?.appendEnd ?? null;
}

/** What a changed seat has to be asked again for: what it said, or that it failed to. */
function settlesSeat(event: LogEvent): boolean {
  if (event.event === 'message:completed' || event.event === 'error') return true;
  return event.event === 'node_state_change' && ['completed', 'failed', 'skipped'].includes(event.data.status);
}

/** The last event from which something is left to be done; null: from none. */
export function lastForkable(log: readonly ForkableEvent[]): number | null {
  let [state, last] = [EMPTY_STATE, null as number | null];
  for (const { event, appendEnd } of log) {
    state = fold([event], state);
    if (event.seq === appendEnd && !isTerminal(state.status)) last = event.seq;
  }
  return last;
}
