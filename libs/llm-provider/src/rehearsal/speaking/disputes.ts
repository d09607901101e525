import type { Statement } from '../reading/statement.js';
import { weightOf } from '../weighing/balance.js';
import { sharedTopics } from '../weighing/rebuttal.js';
import { heaviest } from '../weighing/select.js';
import type { Turn } from './turn.js';
import type { Tendency } from './words.js';

export interface Dispute {
  readonly topic: string;
  readonly benefit: Statement;
  readonly risk: Statement;
  readonly tendency: Tendency;
}

type Pair = readonly [benefit: Statement, risk: Statement];

const MOST = 3;
const MOST_TOPICS = 3;
/** Two weights that differ by less than this share of their sum count as the same. */
const EVEN_SHARE = 0.15;

/** Quoted benefits and risks that are about the same, the nearest first; without any, the heaviest of both sides. */
export function disputesOf(turn: Turn, cited: readonly Statement[]): readonly Dispute[] {
  const { reading, words } = turn;
  const benefits = cited.filter(({ leaning }) => leaning === 'benefit');
  const risks = cited.filter(({ leaning }) => leaning === 'risk');
  const near = nearPairs(turn, benefits, risks).map((pair) =>
    disputeOf(
      pair,
      sharedTopics(reading, ...pair)
        .slice(0, MOST_TOPICS)
        .join(words.listing),
    ),
  );
  if (near.length > 0) return near;
  const [benefit, risk] = [heaviest(benefits, weightOf), heaviest(risks, weightOf)];
  return benefit === undefined || risk === undefined ? [] : [disputeOf([benefit, risk], words.heaviest)];
}

/** Each statement is in one pair at most. */
function nearPairs({ reading }: Turn, benefits: readonly Statement[], risks: readonly Statement[]): readonly Pair[] {
  const nearness = ([benefit, risk]: Pair): number => reading.closeness.between(benefit.index, risk.index);
  let left: readonly Pair[] = benefits
    .flatMap((benefit) => risks.map((risk): Pair => [benefit, risk]))
    .filter((pair) => nearness(pair) > reading.closeness.answer && sharedTopics(reading, ...pair).length > 0);
  const chosen: Pair[] = [];
  while (chosen.length < MOST) {
    const nearest = heaviest(left, nearness);
    if (nearest === undefined) break;
    chosen.push(nearest);
    left = left.filter(([benefit, risk]) => benefit !== nearest[0] && risk !== nearest[1]);
  }
  return chosen;
}

function disputeOf([benefit, risk]: Pair, topic: string): Dispute {
  const [pro, contra] = [weightOf(benefit), weightOf(risk)];
  const lead = (pro - contra) / (pro + contra);
  const tendency = Math.abs(lead) <= EVEN_SHARE ? 'even' : lead > 0 ? 'benefit' : 'risk';
  return { topic, benefit, risk, tendency };
}
