import type { ToolAnswer } from '@council/council-core';
import { CannotCalculate } from './cannot-calculate.js';
import { evaluate } from './evaluate.js';
import type { Value } from './functions.js';

/** The last of the 34 digits that are worked with are noise of roots and quotients. */
const SOUND_DIGITS = 30;
/** What is longer is shown rounded, and said to be. */
const EXACT_DIGITS = 21;
const ROUNDED_DIGITS = 15;

/** Works out arithmetic in decimal numbers. Nothing but the names of our own list can be reached by an expression. */
export function calculate(expression: string): ToolAnswer {
  try {
    const value = evaluate(expression);
    if (value.isNaN()) throw new CannotCalculate('it has no real value');
    if (!value.isFinite()) throw new CannotCalculate('the result is too large, or infinite');
    return { output: `${expression.trim()} ${readable(value)}`, isError: false };
  } catch (error) {
    if (!(error instanceof CannotCalculate)) throw error;
    return { output: `This cannot be worked out: ${error.message}.`, isError: true };
  }
}

function readable(value: Value): string {
  const sound = value.toSignificantDigits(SOUND_DIGITS);
  if (sound.precision() <= EXACT_DIGITS) return `= ${sound.toString()}`;
  const rounded = value.toSignificantDigits(ROUNDED_DIGITS);
  return `= ${rounded.toString()} (rounded to ${ROUNDED_DIGITS} digits)`;
}
