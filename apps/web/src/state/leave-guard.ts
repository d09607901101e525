import { Value } from './value';

export interface LeaveGuard {
  /** Asks whether the page may be left; `leave` does so. */
  readonly ask: (leave: () => void) => void;
  /** Whether a move with this state loses nothing. */
  readonly isSettled: (state: unknown) => boolean;
}

/** Of the page that has unsaved changes; null: every page may be left. */
export const leaveGuard = new Value<LeaveGuard | null>(null);
