import type { LogEvent } from '@council/contracts';
import type { DrawAllotmentEffect } from '../session/effects.js';
import type { Lease } from './event-store.js';

/** The money of groups, month by month: what all sessions of a group together may use, wherever they are driven. */
export abstract class GroupBudgets {
  /**
   * Allots what a session asks for, or at least the least of it, and writes that down in the session's log, in one
   * transaction: a crash loses nothing. When it does not fit, the answer is empty; or, for an idle session whose group
   * holds nothing that could come back, the event that ends it. Throws `LeaseLost` when the lease is lost.
   */
  abstract draw(lease: Lease, wanted: DrawAllotmentEffect): Promise<readonly LogEvent[]>;
}
