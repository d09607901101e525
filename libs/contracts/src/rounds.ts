import { z } from 'zod';

/** What a loop weighed at the end of a round, and what it decided. Scores are 0 to 100. */
export const LoopDecided = z.object({
  round: z.int(),
  max_rounds: z.int(),
  decision: z.enum(['continue', 'exit']),
  reason: z.enum(['goes_on', 'max_rounds', 'score', 'recommendation', 'consensus', 'person']),
  score: z.number().nullable(),
  /** Against the round before; null where one of the two has no score. */
  delta: z.number().nullable(),
  /** The version of the document that was judged in this round; null: there is no document. */
  version: z.int().nullable(),
  best: z.object({ round: z.int(), score: z.number(), version: z.int().nullable() }).nullable(),
  /** The score fell by more than 10. */
  is_regression: z.boolean(),
  /** What the next round is told beside its task. */
  instruction: z.enum(['another_angle']).nullable(),
});
export type LoopDecided = z.infer<typeof LoopDecided>;

/** One row of the score history, as the API shows it. */
export const RoundScore = LoopDecided.extend({ node_id: z.string(), seq: z.int() });
export type RoundScore = z.infer<typeof RoundScore>;
