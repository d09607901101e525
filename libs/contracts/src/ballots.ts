import { z } from 'zod';

const Reason = z
  .string()
  .max(4_000)
  .refine((reason) => reason.trim() !== '', { message: 'must say why' });

/** What a voter answers, and nothing else: a word more could be another answer. */
export const BallotBlock = z.strictObject({ choice: z.enum(['yes', 'no', 'abstain']), reason: Reason });
export type BallotBlock = z.infer<typeof BallotBlock>;

/** The same on a scale of 1 to 10; null abstains. */
export const ScoreBlock = z.strictObject({ score: z.int().min(1).max(10).nullable(), reason: Reason });
export type ScoreBlock = z.infer<typeof ScoreBlock>;

/**
 * A ballot as it was cast. `error`: the answer could not be read, after one chance to mend it, or never came; it never
 * counts as a yes. `scored`: a number of 1 to 10.
 */
export const Ballot = z.object({
  choice: z.enum(['yes', 'no', 'abstain', 'scored', 'error']),
  score: z.int().min(1).max(10).nullish(),
  reason: z.string(),
  problem: z.string().nullable(),
});
export type Ballot = z.infer<typeof Ballot>;

/** How a vote came out. What counts as valid is a yes, a no or a score; abstentions and errors are only shown. */
export const Tally = z.object({
  scale: z.enum(['yes_no', 'score']),
  question: z.string(),
  voters: z.int(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  error: z.int(),
  /** Share of yes among yes and no, or mean of the scores; null without a valid ballot. */
  result: z.number().nullable(),
  threshold: z.number(),
  /** Valid ballots that the vote needs, and whether it had them. */
  quorum: z.int(),
  is_quorate: z.boolean(),
  passed: z.boolean(),
  /** How many independent votes the valid ballots are worth (Kish), and whether one model cast them all. */
  effective_votes: z.number(),
  is_one_model: z.boolean(),
});
export type Tally = z.infer<typeof Tally>;
