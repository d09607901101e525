import type { EventName, LogEvent, NewEvent } from '@council/contracts';
import { fold } from '../session/fold.js';
import { nodeState, type OpenCall, type SessionState } from '../session/state.js';
import type { ForkableEvent } from './fork-point.js';

/** What held the other session or was about to end it: a fork goes on by itself. */
const HOLDS: ReadonlySet<EventName> = new Set(['execution:paused', 'execution:resumed', 'control:stop']);

/**
 * The events of another session's log with which a fork begins, after its own event 1, as they were appended. Calls that were under way there are
 * left out: the fork makes them itself. So is what the changed seats had begun and not ended, since another speaks now;
 * files that they wrote by then stay.
 */
export function copiedEvents(
  log: readonly ForkableEvent[],
  changed: ReadonlySet<string>,
): readonly (readonly NewEvent[])[] {
  const events = log.map(({ event }) => event);
  const state = fold(events);
  const spoken = new Set(events.flatMap((event) => (event.event === 'message:completed' ? [event.data.turn_id] : [])));
  const isLeftOut = (event: LogEvent): boolean =>
    event.event === 'session:created' ||
    HOLDS.has(event.event) ||
    isOpen(event, state.openCalls) ||
    (changed.has(event.node_id ?? '') && isUndone(event, state, spoken));
  return asAppended(log.filter(({ event }) => !isLeftOut(event)));
}

function asAppended(log: readonly ForkableEvent[]): readonly (readonly NewEvent[])[] {
  const appends = new Map<number, NewEvent[]>();
  for (const { event, appendEnd } of log) {
    appends.set(appendEnd, [...(appends.get(appendEnd) ?? []), withoutPlace(event)]);
  }
  return [...appends.values()];
}

const isOpen = (event: LogEvent, open: readonly OpenCall[]): boolean =>
  event.event === 'model_call:started' &&
  open.some((call) => call.turnId === event.data.turn_id && call.attempt === event.data.attempt);

/** A seat whose sitter was changed is taken over by nobody; of its open turn nothing is kept. */
function isUndone(event: LogEvent, state: SessionState, spoken: ReadonlySet<string>): boolean {
  if (event.event === 'seat:replaced') return true;
  if (nodeState(state, event.node_id ?? '').status !== 'running') return false;
  return 'turn_id' in event.data && !spoken.has(event.data.turn_id);
}

function withoutPlace({ seq: _seq, timestamp: _timestamp, ...event }: LogEvent): NewEvent {
  return event;
}
