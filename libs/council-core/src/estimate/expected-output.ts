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
  affirmative: { low: 600, expected: 1_000, high: 1_700 },
  negative: { low: 600, expected: 1_000, high: 1_700 },
  adjudicator: { low: 700, expected: 1_200, high: 2_000 },
  voter: { low: 60, expected: 110, high: 180 },
  other: { low: 400, expected: 700, high: 1_200 },
  summariser: { low: 200, expected: 350, high: 600 },
};

/** A model stops at its `max_tokens`. */
export const expectedOutput = (stance: Stance, end: keyof OutputRange, maxTokens = Infinity): number =>
  Math.min(EXPECTED_OUTPUT[stance][end], maxTokens);
