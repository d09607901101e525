import type { CouncilResult } from './killed-councils.mjs';

export function judgeKilledCouncil(
  killed: CouncilResult,
  undisturbed: CouncilResult,
): { readonly problems: readonly string[]; readonly inFlight: number; readonly extra: number };
