import { z } from 'zod';

/**
 * What became of one attempt. `rejected`: its typed answer could not be read. `orphaned`: a crash cut it, nobody knows
 * what it used, and it counts with all that it could have used.
 */
export const AttemptOutcome = z.enum(['completed', 'rejected', 'failed', 'cancelled', 'orphaned']);
export type AttemptOutcome = z.infer<typeof AttemptOutcome>;

export const LedgerRow = z
  .object({
    node_id: z.string(),
    seat: z.string(),
    turn_id: z.string(),
    attempt: z.int(),
    provider: z.string(),
    model: z.string(),
    started_at: z.string(),
    /** Null where it was not measured. */
    latency_ms: z.int().nullable(),
    input_tokens: z.int(),
    output_tokens: z.int(),
    is_estimated: z.boolean(),
    /** USD; null where the price is unknown. */
    cost_usd: z.number().nullable(),
    /** The answer was at hand: no model was asked, and the cost is 0. */
    is_cached: z.boolean(),
    /** Copied with the log that this session was forked from, and paid for there: it is not in the totals. */
    is_inherited: z.boolean(),
    outcome: AttemptOutcome,
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    /** Characters of a broken-off answer that the log keeps. */
    partial_text_length: z.int(),
  })
  .meta({ id: 'LedgerRow' });
export type LedgerRow = z.infer<typeof LedgerRow>;

/** Sums equal the session's `usage`. */
export const LedgerTotals = z
  .object({
    attempts: z.int(),
    input_tokens: z.int(),
    output_tokens: z.int(),
    cost_usd: z.number().nullable(),
    is_estimated: z.boolean(),
    currency: z.literal('USD'),
  })
  .meta({ id: 'LedgerTotals' });
export type LedgerTotals = z.infer<typeof LedgerTotals>;

export const Ledger = z.object({ items: z.array(LedgerRow), totals: LedgerTotals }).meta({
  id: 'Ledger',
  example: {
    items: [
      {
        node_id: 'agent_adjudicator',
        seat: 'Chief Justice',
        turn_id: 'agent_adjudicator#1',
        attempt: 1,
        provider: 'deepseek',
        model: 'deepseek-chat',
        started_at: '2026-11-24T10:00:12.400Z',
        latency_ms: 8_200,
        input_tokens: 4_100,
        output_tokens: 310,
        is_estimated: true,
        cost_usd: 0.0006608,
        is_cached: false,
        is_inherited: false,
        outcome: 'failed',
        error: { code: 'MODEL.CUT_STREAM', message: 'DeepSeek (deepseek-chat): the answer broke off.' },
        partial_text_length: 1_240,
      },
    ],
    totals: {
      attempts: 1,
      input_tokens: 4_100,
      output_tokens: 310,
      cost_usd: 0.0006608,
      is_estimated: true,
      currency: 'USD',
    },
  },
});
export type Ledger = z.infer<typeof Ledger>;
