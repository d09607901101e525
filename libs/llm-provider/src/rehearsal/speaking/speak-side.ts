import type { Statement } from '../reading/statement.js';
import { weightOf } from '../weighing/balance.js';
import { rebuttalOf } from '../weighing/rebuttal.js';
import { citedStatements } from './cited-statements.js';
import { openQuestionsOf } from './gaps.js';
import { bullet, heading } from './markdown.js';
import { openingOf } from './opening.js';
import type { Turn } from './turn.js';

const REBUTTALS = 3;

/** FOR or AGAINST: the aptest sentences of its side, then the other side's strongest with the nearest word against them. */
export function speakSide(turn: Turn, side: 'benefit' | 'risk'): readonly string[] {
  const { words } = turn;
  const isFor = side === 'benefit';
  const own = openingOf(turn, side);
  const questions = isFor ? [] : openQuestionsOf(turn.reading);
  const rebuttals = opponentsOf(turn, side).map((statement) => rebuttal(turn, statement));
  return [
    heading(isFor ? words.speaksFor : words.speaksAgainst),
    ...(own.length === 0 ? [isFor ? words.noBenefit : words.noRisk] : own.map((one) => bullet(turn, '', one))),
    heading(isFor ? words.risksAndAnswers : words.benefitsAndDoubts),
    ...(rebuttals.length === 0 ? [isFor ? words.noRisk : words.noBenefit] : rebuttals),
    ...(questions.length === 0 ? [] : [heading(words.openQuestions)]),
    ...questions.map((question) => bullet(turn, '', question)),
  ];
}

/** What the other side has said, if it spoke before; else what it would say first. */
function opponentsOf(turn: Turn, side: 'benefit' | 'risk'): readonly Statement[] {
  const other = side === 'benefit' ? 'risk' : 'benefit';
  const by = side === 'benefit' ? 'negative' : 'affirmative';
  const said = citedStatements(turn.reading, turn.document, turn.brief.prior, by).filter(
    ({ leaning }) => leaning === other,
  );
  if (said.length > 0) return [...said].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, REBUTTALS);
  return openingOf(turn, other).slice(0, REBUTTALS);
}

function rebuttal(turn: Turn, statement: Statement): string {
  const { words, reading } = turn;
  const isRisk = statement.leaning === 'risk';
  const answer = rebuttalOf(reading, statement);
  const silence = isRisk ? words.unanswered : words.undoubted;
  return [
    bullet(turn, isRisk ? words.risk : words.benefit, statement),
    answer === null ? `  - ${silence}` : `  ${bullet(turn, isRisk ? words.answer : words.doubt, answer)}`,
  ].join('\n');
}
