import { readVerdict } from '@council/council-core';
import type { Leaning } from '../reading/statement.js';
import { weightOf } from '../weighing/balance.js';
import { unansweredAmong } from './gaps.js';
import { judge } from './judge.js';
import { bullet, heading } from './markdown.js';
import type { Turn } from './turn.js';

const MOST = 3;

/** The closing synthesis: the count that a judge before it has made, and what weighs most of what was quoted. */
export function speakSummary(turn: Turn): readonly string[] {
  const { words, brief } = turn;
  const { cited } = judge(turn);
  const counted = brief.prior
    .map(({ content }) => readVerdict(content, 'extractive'))
    .filter(({ kind }) => kind === 'textual_balance')
    .at(-1);
  const heaviest = (leaning: Leaning): readonly string[] =>
    cited
      .filter((statement) => statement.leaning === leaning)
      .sort((a, b) => weightOf(b) - weightOf(a))
      .slice(0, MOST)
      .map((statement) => bullet(turn, '', statement));
  const [benefits, risks] = [heaviest('benefit'), heaviest('risk')];
  const unanswered = unansweredAmong(turn.reading, cited).slice(0, MOST);
  return [
    ...(counted === undefined ? [] : [counted.verdict]),
    heading(words.mostWeightFor),
    ...(benefits.length === 0 ? [words.noBenefit] : benefits),
    heading(words.mostWeightAgainst),
    ...(risks.length === 0 ? [words.noRisk] : risks),
    ...(unanswered.length === 0 ? [] : [heading(words.quotedUnanswered)]),
    ...unanswered.map((statement) => bullet(turn, '', statement)),
  ];
}
