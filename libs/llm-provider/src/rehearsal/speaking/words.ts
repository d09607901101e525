import type { Leaning } from '../reading/statement.js';

export type Tendency = 'benefit' | 'even' | 'risk';

/** Everything the engine says besides quotations. */
export interface Words {
  /** The first line of each turn. */
  readonly opening: string;
  readonly noDocument: string;
  readonly nothingToQuote: string;
  readonly speaksFor: string;
  readonly speaksAgainst: string;
  readonly noBenefit: string;
  readonly noRisk: string;
  readonly risksAndAnswers: string;
  readonly benefitsAndDoubts: string;
  readonly risk: string;
  readonly benefit: string;
  readonly answer: string;
  readonly doubt: string;
  readonly unanswered: string;
  readonly undoubted: string;
  readonly onSubject: string;
  readonly labels: Readonly<Record<Leaning, string>>;
  readonly quotedUnanswered: string;
  readonly openQuestions: string;
  readonly readNote: (read: number, benefits: number, risks: number) => string;
  readonly boundNote: (weighed: number, found: number) => string;
  readonly lexicalNote: string;
  readonly disputes: string;
  readonly noDispute: string;
  readonly heaviest: string;
  readonly ruling: string;
  readonly rulings: Readonly<Record<Tendency, string>>;
  readonly listing: string;
  readonly colon: string;
  readonly orders: string;
  readonly noOrders: string;
  readonly answerRisk: string;
  readonly answerQuestion: string;
  readonly balance: string;
  readonly basis: (quotations: number, benefits: number, risks: number) => string;
  readonly ownQuotations: string;
  readonly noBasis: string;
  readonly noJudgement: string;
  readonly score: (name: string, points: number, weight: number) => string;
  readonly criteria: readonly [string, string, string];
  readonly verdict: (tendency: Tendency, total: number, unanswered: number) => string;
  readonly noVerdict: string;
  readonly mostWeightFor: string;
  readonly mostWeightAgainst: string;
}
