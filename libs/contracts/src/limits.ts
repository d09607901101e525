import { z } from 'zod';
import { BY_PERSON } from './acting-person.js';

/** Why a breaker opened. */
export const TripReason = z.enum(['rounds', 'spend', 'repetition', 'entropy', 'token_rate', 'active_time']);
export type TripReason = z.infer<typeof TripReason>;

export const Trip = z.object({
  reason: TripReason,
  message: z.string(),
  /** What was measured, and what is allowed. */
  value: z.number(),
  limit: z.number(),
});
export type Trip = z.infer<typeof Trip>;

/** The limits of a session's breakers, as they were when it began; null: this breaker is off. */
export const BreakerLimits = z.object({
  /** How often one node may run in a session, whatever its loops allow. */
  rounds: z.int().nullable(),
  /** Times the estimate of the session's tokens. */
  spend_factor: z.number().nullable(),
  /** Similarity (0 to 1) of three answers of one seat in a row. */
  similarity: z.number().nullable(),
  /** Bits a character over at least 200 characters. */
  entropy: z.number().nullable(),
  /** Minutes of work without waiting. */
  active_minutes: z.number().nullable(),
  /** Tokens a second by provider; `*` for those that are not named; 0: no limit for this one. */
  token_rate: z.record(z.string(), z.number()).nullable(),
});
export type BreakerLimits = z.infer<typeof BreakerLimits>;

export const Unlocking = z.object({
  by: z.string(),
  justification: z.string().nullable(),
  checks: z.array(z.string()),
  ...BY_PERSON,
});
export type Unlocking = z.infer<typeof Unlocking>;
