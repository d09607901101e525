import { z } from 'zod';

/** What a voter answers, and nothing else. */
export const BallotBlock = z.object({
  choice: z.enum(['yes', 'no', 'abstain']),
  reason: z.string().min(1).max(4_000),
});
export type BallotBlock = z.infer<typeof BallotBlock>;

/** A ballot as it was cast. `error`: the answer could not be read, after one chance to mend it; it never counts as a yes. */
export const Ballot = z.object({
  choice: z.enum(['yes', 'no', 'abstain', 'error']),
  reason: z.string(),
  problem: z.string().nullable(),
});
export type Ballot = z.infer<typeof Ballot>;
