import { type Engine, type Verdict, VerdictBlock } from '@council/contracts';
import { readTyped, type TypedAnswer } from '../typed/typed-answer.js';
import { weigh } from './weigh.js';

export const VERDICT_ANSWER: TypedAnswer<VerdictBlock> = {
  name: 'verdict',
  description: 'The verdict with its scores (0 to 100), the points that decide, and what to mend.',
  schema: VerdictBlock,
};

/**
 * Reads a judge's verdict from its typed block, and from nowhere else. What cannot be read is `unreadable` and
 * recommends nothing (fail closed). The total is recomputed from 40/30/30; a differing claim is kept beside it.
 */
export function readVerdict(answer: string, engine: Engine['kind']): Verdict {
  const reading = readTyped(VERDICT_ANSWER, answer);
  if (!reading.ok) return unreadable(reading.problem);
  const { score, verdict, exit_recommendation, disputes, orders } = reading.value;
  const { weighted_total: claimed, ...scores } = score;
  const total = weigh(scores);
  return {
    kind: engine === 'extractive' ? 'textual_balance' : 'judged',
    scores,
    weighted_total: total,
    claimed_total: claimed !== undefined && Math.abs(claimed - total) > 0.5 ? claimed : null,
    verdict,
    exit_recommendation: engine === 'extractive' ? false : exit_recommendation,
    disputes,
    orders,
    problem: null,
  };
}

function unreadable(problem: string): Verdict {
  return {
    kind: 'unreadable',
    scores: null,
    weighted_total: null,
    claimed_total: null,
    verdict: '',
    exit_recommendation: false,
    disputes: [],
    orders: [],
    problem,
  };
}
