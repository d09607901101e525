import type { NewEvent } from '@council/contracts';
import type { SessionState } from './state.js';

/** A shorter gap is a restart, or a long answer: it is not worth an event. */
const GAP_MS = 60_000;

/** For a driver that has just taken over: tells the clock of a session at work that nobody had driven it for long. */
export function takeOverEvents({ active, lastAt }: SessionState, nowMs: number): readonly NewEvent[] {
  const gap = nowMs - Date.parse(lastAt ?? '');
  return active.since !== null && gap > GAP_MS ? [{ event: 'session:taken_over', data: {} }] : [];
}
