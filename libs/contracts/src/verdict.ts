import { z } from 'zod';

const Points = z.number().min(0).max(100);

/** What a judge writes in its last ```json fence (reference-compatible). Each score is 0 to 100. */
export const VerdictBlock = z.object({
  score: z.object({
    strategic_alignment: Points,
    practical_value: Points,
    logical_consistency: Points,
    weighted_total: Points.optional(),
  }),
  verdict: z.string().min(1).max(4_000),
  exit_recommendation: z.boolean(),
  disputes: z
    .array(
      z.object({
        topic: z.string(),
        affirmative: z.string().default(''),
        negative: z.string().default(''),
        ruling: z.string(),
        lines: z.string().default(''),
      }),
    )
    .max(10)
    .default([]),
  orders: z
    .array(z.object({ order: z.string(), lines: z.string().default('') }))
    .max(50)
    .default([]),
});
export type VerdictBlock = z.infer<typeof VerdictBlock>;

/** `judged`: a model weighed. `textual_balance`: the rehearsal engine counted. `tally`: no judge could speak, votes were counted. `unreadable`: no block that could be read: fails closed. */
export const Verdict = z.object({
  kind: z.enum(['judged', 'textual_balance', 'tally', 'unreadable']),
  scores: z
    .object({ strategic_alignment: z.number(), practical_value: z.number(), logical_consistency: z.number() })
    .nullable(),
  /** Recomputed from 40/30/30; what the judge claimed is kept beside it when it differs. */
  weighted_total: z.number().nullable(),
  claimed_total: z.number().nullable(),
  verdict: z.string(),
  exit_recommendation: z.boolean(),
  disputes: VerdictBlock.shape.disputes.unwrap(),
  orders: VerdictBlock.shape.orders.unwrap(),
  problem: z.string().nullable(),
});
export type Verdict = z.infer<typeof Verdict>;
