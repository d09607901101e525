import type { CheckedClaim, SessionCreated } from '@council/contracts';
import { type CheckClaimsEffect, type Evidence, failCheck, settleCheck } from '@council/council-core';
import type { Settle } from './settle.js';

/** Holds claims against the session's sources. Sources that cannot be reached have checked nothing. */
export async function checkClaims(
  effect: CheckClaimsEffect,
  signal: AbortSignal,
  {
    evidence,
    created,
    settle,
  }: { readonly evidence: Evidence; readonly created: SessionCreated | null; readonly settle: Settle },
): Promise<void> {
  const context = { language: created?.language ?? 'en', sources: created?.evidence_sources ?? [] };
  let claims: readonly CheckedClaim[];
  try {
    claims = await evidence.check(effect.claims, context, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    await settle(() => failCheck(effect, reason));
    return;
  }
  await settle(() => settleCheck(effect, claims));
}
