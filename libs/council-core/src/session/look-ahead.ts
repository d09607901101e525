import type { LogEvent, NewEvent } from '@council/contracts';
import { fold } from './fold.js';
import { plainEvents } from './plain-text.js';
import type { SessionState } from './state.js';

/** The state as it will be once these events are written, without their time: nothing that is decided on it may need one. */
export function lookAhead(state: SessionState, events: readonly NewEvent[]): SessionState {
  const placed = plainEvents(events).map((event, at): LogEvent => ({
    ...event,
    seq: state.lastSeq + at + 1,
    timestamp: '',
  }));
  return fold(placed, state);
}
