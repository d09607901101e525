import type { Statement } from '../reading/statement.js';

export interface Balance {
  readonly strategic_alignment: number;
  readonly practical_value: number;
  readonly logical_consistency: number;
}

/** Half the weight of one very strong sentence: few quotations cannot move the balance far from 50. */
const PULL = 0.5;
const OFF_OBJECTIVE = 0.25;
const WITHOUT_FIGURE = 0.4;
const ANSWERED = 0.5;
/** What nobody quoted counts a third: which of two like sentences was quoted must not decide. */
const BACKGROUND = 1 / 3;

/** What a quotation weighs: how clearly it takes a side, and how central it is to the document. */
export const weightOf = ({ stance, importance }: Statement): number => Math.abs(stance) * (0.5 + 0.5 * importance);

/**
 * The textual balance of the cited sentences on the council's matrix, integers from 0 to 100 (docs/rehearsal.md has the
 * formula). Each criterion counts the same sentences with another factor; neutral ones count nothing.
 */
export function balanceOf(
  statements: readonly Statement[],
  cited: readonly Statement[],
  objective: readonly number[] | null,
  isAnswered: (statement: Statement) => boolean,
): Balance {
  const quoted = new Set(cited);
  const nearness = ({ index }: Statement): number =>
    objective === null ? 1 : OFF_OBJECTIVE + (1 - OFF_OBJECTIVE) * (objective[index] ?? 0);
  const shareOf = (factorOf: (statement: Statement) => number): number =>
    share(statements, (one) => factorOf(one) * (quoted.has(one) ? 1 : BACKGROUND));
  return {
    strategic_alignment: shareOf(nearness),
    practical_value: shareOf(({ hasFigure }) => (hasFigure ? 1 : WITHOUT_FIGURE)),
    logical_consistency: shareOf((statement) => (isAnswered(statement) ? ANSWERED : 1)),
  };
}

function share(statements: readonly Statement[], factorOf: (statement: Statement) => number): number {
  const sum = (leaning: Statement['leaning']): number =>
    statements
      .filter((statement) => statement.leaning === leaning)
      .reduce((total, statement) => total + weightOf(statement) * factorOf(statement), 0);
  const benefit = sum('benefit');
  return Math.round((100 * (benefit + PULL / 2)) / (benefit + sum('risk') + PULL));
}
