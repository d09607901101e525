import { type Engine, type Verdict, VerdictBlock } from '@council/contracts';
import { weigh } from './weigh.js';

const FENCE = /```json[ \t]*\n([\s\S]*?)\n[ \t]*```/g;

/**
 * Reads a judge's verdict from the last ```json fence of its answer, and from nowhere else: prose is never matched by
 * patterns. What cannot be read is `unreadable` and recommends nothing (fail closed). The total is recomputed from
 * 40/30/30; a differing claim is kept beside it.
 */
export function readVerdict(answer: string, engine: Engine['kind']): Verdict {
  const block = [...answer.matchAll(FENCE)].at(-1)?.[1];
  if (block === undefined) return unreadable('the answer holds no machine-readable block');
  let json: unknown;
  try {
    json = JSON.parse(block);
  } catch {
    return unreadable('the machine-readable block is not JSON');
  }
  const parsed = VerdictBlock.safeParse(json);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    return unreadable(
      `the machine-readable block breaks its form at "${first?.path.join('.') ?? ''}": ${first?.message ?? ''}`,
    );
  }
  const { score, verdict, exit_recommendation, disputes, orders } = parsed.data;
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

/** The answer without its machine-readable block: what people read. */
export const withoutBlock = (answer: string): string => answer.replaceAll(FENCE, '').trim();
