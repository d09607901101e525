import type { VerdictBlock } from '@council/contracts';
import { weigh } from '@council/council-core';
import { inWords, placeOf } from '../reading/quotation.js';
import type { Statement } from '../reading/statement.js';
import { type Balance, balanceOf } from '../weighing/balance.js';
import { rebuttalOf } from '../weighing/rebuttal.js';
import { citedStatements } from './cited-statements.js';
import { type Dispute, disputesOf } from './disputes.js';
import { openQuestionsOf, unansweredAmong } from './gaps.js';
import { openingOf } from './opening.js';
import type { Turn } from './turn.js';
import type { Tendency } from './words.js';

export interface Judgement {
  readonly cited: readonly Statement[];
  /** Nobody quoted anything: the judge chose for both sides. */
  readonly isOwnChoice: boolean;
  readonly balance: Balance;
  readonly total: number;
  readonly disputes: readonly Dispute[];
  readonly unansweredRisks: readonly Statement[];
  readonly openQuestions: readonly Statement[];
}

/** A total this near to 50 leans to neither side. */
const EVEN_POINTS = 10;

/** All that the judge counts. Its basis is what the sides quoted, not what it would have quoted itself. */
export function judge(turn: Turn): Judgement {
  const { reading, document, brief, view } = turn;
  const quoted = citedStatements(reading, document, brief.prior);
  const isOwnChoice = quoted.length === 0;
  const cited = isOwnChoice ? [...openingOf(turn, 'benefit'), ...openingOf(turn, 'risk')] : quoted;
  const isAnswered = (statement: Statement): boolean => rebuttalOf(reading, statement) !== null;
  const balance = balanceOf(
    reading.statements,
    cited,
    brief.objective.trim() === '' ? null : view.objective,
    isAnswered,
  );
  return {
    cited,
    isOwnChoice,
    balance,
    total: weigh(balance),
    disputes: disputesOf(turn, cited),
    unansweredRisks: unansweredAmong(reading, cited),
    openQuestions: openQuestionsOf(reading),
  };
}

function tendencyOf(total: number): Tendency {
  if (total > 50 + EVEN_POINTS) return 'benefit';
  return total < 50 - EVEN_POINTS ? 'risk' : 'even';
}

/** The part of the answer that machines read. Quotations stand here without a reference, their lines beside them. */
export function blockOf({ words }: Turn, judgement: Judgement): VerdictBlock {
  const { balance, total, cited, disputes, unansweredRisks, openQuestions } = judgement;
  const order = (text: string, { quotation }: Statement): VerdictBlock['orders'][number] => ({
    order: `${text}${inWords(quotation)}`,
    lines: placeOf(quotation),
  });
  return {
    score: { ...balance, weighted_total: total },
    verdict: cited.length === 0 ? words.noVerdict : words.verdict(tendencyOf(total), total, unansweredRisks.length),
    exit_recommendation: false,
    disputes: disputes.map(({ topic, benefit, risk, tendency }) => ({
      topic,
      affirmative: inWords(benefit.quotation),
      negative: inWords(risk.quotation),
      ruling: words.rulings[tendency],
      lines: `${placeOf(benefit.quotation)}, ${placeOf(risk.quotation)}`,
    })),
    orders: [
      ...unansweredRisks.map((risk) => order(words.answerRisk, risk)),
      ...openQuestions.map((question) => order(words.answerQuestion, question)),
    ],
  };
}
