import { z } from 'zod';

/** Of every kind in which somebody speaks. */
export const SPEAKING = {
  /** After this long a turn has failed, whatever it is doing. */
  timeout_seconds: z.number().min(1).max(3_600).optional(),
  /** How often a turn that has failed is spoken once more by the same seat, after what the gateway tries by itself. */
  retries: z.int().min(0).max(5).optional(),
  /** What a failed turn means: `fail` ends the session, `continue` leaves the place empty and marks the result degraded. */
  on_error: z.enum(['fail', 'continue']).default('fail'),
};
