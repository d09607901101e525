import { select } from '../weighing/select.js';
import { citedStatements } from './cited-statements.js';
import { openQuestionsOf, unansweredAmong } from './gaps.js';
import { bullet, heading } from './markdown.js';
import type { Turn } from './turn.js';

const MOST = 6;

/** A seat without a side: what is nearest to its name and to the objective, then what earlier turns left unanswered. */
export function speakOther(turn: Turn): readonly string[] {
  const { words, reading, view, document, brief } = turn;
  const chosen = select(reading, reading.statements, view, MOST);
  const unanswered = unansweredAmong(reading, citedStatements(reading, document, brief.prior));
  const questions = openQuestionsOf(reading);
  return [
    heading(words.onSubject),
    ...chosen.map((statement) => bullet(turn, words.labels[statement.leaning], statement)),
    ...(unanswered.length === 0 ? [] : [heading(words.quotedUnanswered)]),
    ...unanswered.map((statement) => bullet(turn, words.risk, statement)),
    ...(questions.length === 0 ? [] : [heading(words.openQuestions)]),
    ...questions.map((statement) => bullet(turn, '', statement)),
  ];
}
