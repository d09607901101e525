import type { Verdict } from '@council/contracts';
import { tallyText } from '../session/result-text.js';
import type { SessionState } from '../session/state.js';

/** The verdict when no judge could speak, but the council has voted: what the last vote says, and no more. */
export function verdictOfVotes({ nodes, created }: SessionState): Verdict | null {
  const result = Object.values(nodes).findLast((node) => node.result?.kind === 'tally')?.result;
  if (result?.kind !== 'tally') return null;
  return {
    kind: 'tally',
    scores: null,
    weighted_total: null,
    claimed_total: null,
    verdict: tallyText(result.tally, created?.language ?? 'en'),
    exit_recommendation: false,
    disputes: [],
    orders: [],
    problem: null,
  };
}
