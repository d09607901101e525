import type { Reading } from '../reading/reading.js';
import type { Statement } from '../reading/statement.js';
import { weightOf } from '../weighing/balance.js';
import { rebuttalOf } from '../weighing/rebuttal.js';

const MOST_RISKS = 5;
const MOST_QUESTIONS = 2;

/** Quoted risks that no benefit of the document is near to, the heaviest first. */
export const unansweredAmong = (reading: Reading, cited: readonly Statement[]): readonly Statement[] =>
  cited
    .filter((statement) => statement.leaning === 'risk' && rebuttalOf(reading, statement) === null)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, MOST_RISKS);

/** What the document asks and does not say, the most central first. */
export const openQuestionsOf = ({ statements }: Reading): readonly Statement[] =>
  statements
    .filter(({ isQuestion }) => isQuestion)
    .sort((a, b) => b.importance - a.importance)
    .slice(0, MOST_QUESTIONS);
