import { z } from 'zod';
import { JOINING } from './join.js';

/**
 * Repeats what lies between its first edge and itself. `next_ids` are [continue, exit]. It reads the verdict of the round
 * and leaves when a reason to leave is met, and always after `max_rounds`.
 */
export const LoopProperties = z.strictObject({
  max_rounds: z.int().min(1).max(100).default(3),
  /** Leaves when the judge's total of this round has reached it. */
  exit_on_score: z.number().gt(0).max(100).optional(),
  /** Leaves when the judge recommends to. */
  exit_on_recommendation: z.boolean().default(false),
  /** Leaves when the vote of this round has passed without a no. */
  exit_on_consensus: z.boolean().default(false),
  ...JOINING,
});
