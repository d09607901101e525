import type { EventName, LogEvent, NewEvent } from '@council/contracts';
import { uuidV5 } from '@council/kernel';
import { fold } from '../session/fold.js';
import { nodeState, type SessionState } from '../session/state.js';
import { turnOfEvent } from '../session/turn-of-event.js';
import type { ForkableEvent } from './fork-point.js';
import { seatOfEvent } from './seat-of-event.js';

/** What held the other session or was about to end it. A fork goes on by itself, and its deadlines and limits count anew. */
const HOLDS: ReadonlySet<EventName> = new Set([
  'execution:paused',
  'execution:resumed',
  'control:stop',
  'control:finish',
  'session:taken_over',
  'budget:allotted',
  'budget:returned',
  'budget:reached',
  'circuit_breaker:tripped',
  'session:unlocked',
  'review:reminder',
  'review:expired',
]);

/** Whose log is written. */
export interface Fork {
  readonly sessionUuid: string;
  /** The seats in which somebody else speaks. */
  readonly changed: ReadonlySet<string>;
}

/**
 * The events of another session's log with which a fork begins, after its own event 1, as they were appended. Calls that
 * were under way there are left out: the fork makes them itself. So is what the changed seats had begun and not ended,
 * since another speaks now; files that they wrote by then stay.
 */
export function copiedEvents(log: readonly ForkableEvent[], fork: Fork): readonly (readonly NewEvent[])[] {
  const events = log.map(({ event }) => event);
  const state = fold(events);
  const spoken = new Set(events.flatMap((event) => (event.event === 'message:completed' ? [event.data.turn_id] : [])));
  const isLeftOut = (event: LogEvent): boolean =>
    event.event === 'session:created' ||
    HOLDS.has(event.event) ||
    isOpen(event, state) ||
    (fork.changed.has(seatOfEvent(event)) && isUndone(event, state, spoken));
  const appends = new Map<number, NewEvent[]>();
  for (const { event, appendEnd } of log) {
    if (isLeftOut(event)) continue;
    appends.set(appendEnd, [...(appends.get(appendEnd) ?? []), renamed(event, fork)]);
  }
  return [...appends.values()];
}

const isOpen = (event: LogEvent, { openCalls }: SessionState): boolean =>
  event.event === 'model_call:started' &&
  openCalls.some((call) => call.turnId === event.data.turn_id && call.attempt === event.data.attempt);

/** A seat whose sitter was changed is taken over by nobody; of its open turn nothing is kept. */
function isUndone(event: LogEvent, state: SessionState, spoken: ReadonlySet<string>): boolean {
  if (event.event === 'seat:replaced') return true;
  const turn = turnOfEvent(event);
  if (turn === undefined || spoken.has(turn)) return false;
  return nodeState(state, event.node_id ?? '').status === 'running';
}

/** Reviews have names of their own in each session: a decision on one is none on the other. */
function renamed({ seq: _seq, timestamp: _timestamp, ...event }: LogEvent, { sessionUuid }: Fork): NewEvent {
  if (!('review_uuid' in event.data)) return event;
  const review_uuid = uuidV5(event.data.review_uuid, sessionUuid);
  return { ...event, data: { ...event.data, review_uuid } } as NewEvent;
}
