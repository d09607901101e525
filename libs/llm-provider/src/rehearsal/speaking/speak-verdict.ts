import { cite } from '../reading/quotation.js';
import type { Dispute } from './disputes.js';
import { blockOf, judge, type Judgement } from './judge.js';
import { bullet, heading } from './markdown.js';
import type { Turn } from './turn.js';

const WEIGHTS = [40, 30, 30] as const;

/** The judge's answer: disputes, orders, the count, and the block that machines read, which comes last. */
export function speakVerdict(turn: Turn): readonly string[] {
  const { words } = turn;
  const judgement = judge(turn);
  const disputes = judgement.disputes.map((dispute, index) => disputeText(turn, dispute, index + 1));
  return [
    heading(words.disputes),
    ...(disputes.length === 0 ? [words.noDispute] : disputes),
    heading(words.orders),
    ...ordersText(turn, judgement),
    heading(words.balance),
    basisText(turn, judgement),
    ...scoresText(turn, judgement),
    `\`\`\`json\n${JSON.stringify(blockOf(turn, judgement))}\n\`\`\``,
  ];
}

function disputeText(turn: Turn, { topic, benefit, risk, tendency }: Dispute, number: number): string {
  const { words } = turn;
  return [
    `${number}. ${topic}`,
    `   ${bullet(turn, words.benefit, benefit)}`,
    `   ${bullet(turn, words.risk, risk)}`,
    `   - ${words.ruling}${words.colon}${words.rulings[tendency]}`,
  ].join('\n');
}

function ordersText({ words, brief }: Turn, { unansweredRisks, openQuestions }: Judgement): readonly string[] {
  const order =
    (text: string) =>
    (statement: Judgement['cited'][number]): string =>
      `- ${text}${cite(statement.quotation, brief.language)}`;
  const orders = [...unansweredRisks.map(order(words.answerRisk)), ...openQuestions.map(order(words.answerQuestion))];
  return orders.length === 0 ? [words.noOrders] : orders;
}

function basisText({ words }: Turn, { cited, isOwnChoice }: Judgement): string {
  if (cited.length === 0) return words.noBasis;
  const count = (leaning: string): number => cited.filter((statement) => statement.leaning === leaning).length;
  const basis = words.basis(cited.length, count('benefit'), count('risk'));
  return isOwnChoice ? `${words.ownQuotations} ${basis}` : basis;
}

function scoresText({ words }: Turn, { balance }: Judgement): readonly string[] {
  const points = [balance.strategic_alignment, balance.practical_value, balance.logical_consistency];
  return WEIGHTS.map((weight, index) => `- ${words.score(words.criteria[index] ?? '', points[index] ?? 0, weight)}`);
}
