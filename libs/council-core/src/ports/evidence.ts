import type { CheckedClaim, Claim, Language } from '@council/contracts';

/** Sources against which claims can be held. */
export abstract class Evidence {
  /** Names of the sources, for the session's first event; none: claims cannot be checked. */
  abstract sources(): readonly string[];
  /** One answer for each claim, in their order. Rejects when no source can be reached. */
  abstract check(
    claims: readonly Claim[],
    context: { readonly language: Language; readonly sources: readonly string[] },
    signal: AbortSignal,
  ): Promise<readonly CheckedClaim[]>;
}
