import type { Stance } from '../ports/chat-model.js';

/** Tokens of one answer. The ends of each row differ by at most a factor of 3, so that a whole estimate can, too. */
export interface OutputRange {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

/**
 * What a seat usually writes, by what it is there for: planning figures for the answers that the shipped personas ask
 * for (five sections, quotations with their places, a judge's block). The table stands in docs/money.md.
 */
export const EXPECTED_OUTPUT: Readonly<Record<Stance, OutputRange>> = {
  affirmative: { low: 560, expected: 970, high: 1_670 },
  negative: { low: 560, expected: 970, high: 1_670 },
  adjudicator: { low: 670, expected: 1_150, high: 1_990 },
  voter: { low: 60, expected: 105, high: 180 },
  scorer: { low: 60, expected: 105, high: 180 },
  extractor: { low: 120, expected: 210, high: 360 },
  other: { low: 410, expected: 710, high: 1_230 },
  summariser: { low: 190, expected: 330, high: 570 },
};

/** A model stops at its `max_tokens`. */
export const expectedOutput = (stance: Stance, end: keyof OutputRange, maxTokens = Infinity): number =>
  Math.min(EXPECTED_OUTPUT[stance][end], maxTokens);
