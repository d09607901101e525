import { z } from 'zod';

/** Something that a text says about the world and that can be true or false. */
export const Claim = z.object({ claim: z.string().min(1).max(1_000), lines: z.string().max(64).default('') });
export type Claim = z.infer<typeof Claim>;

/** What a model answers when it is asked for the claims of a text. */
export const ClaimsBlock = z.object({ claims: z.array(Claim).max(50) });
export type ClaimsBlock = z.infer<typeof ClaimsBlock>;

export const CheckedClaim = Claim.extend({
  state: z.enum(['supported', 'refuted', 'unclear']),
  /** Where it was looked up. */
  sources: z.array(z.object({ title: z.string(), address: z.string(), quote: z.string() })).max(10),
});
export type CheckedClaim = z.infer<typeof CheckedClaim>;

/** `not_checked`: no source of evidence is there, or none answered. It never passes. */
export const FactCheck = z.object({
  status: z.enum(['checked', 'not_checked']),
  reason: z.string(),
  claims: z.array(CheckedClaim),
  /** Share of supported claims; null where nothing was checked. */
  share: z.number().nullable(),
  threshold: z.number(),
  passed: z.boolean(),
});
export type FactCheck = z.infer<typeof FactCheck>;
