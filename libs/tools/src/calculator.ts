import type { ToolAnswer } from '@council/council-core';
import Formula from 'fparser';

/** Enough for money and shares; beyond that a double has only noise. */
const DIGITS = 12;
const PERCENT = /(\d(?:[\d.]*))\s*%/g;
/** 12,000 and 1,234,567.89: a comma with exactly three digits behind it, as people write large numbers. */
const GROUPED = /\b\d{1,3}(?:,\d{3})+\b(?!\d)/g;

/** Works out arithmetic. The library parses formulas of its own language: nothing of JavaScript can be reached by them. */
export function calculate(expression: string): ToolAnswer {
  const plain = expression
    .replaceAll(GROUPED, (number) => number.replaceAll(',', ''))
    .replaceAll(PERCENT, '($1/100)')
    .replaceAll('**', '^')
    .replaceAll('×', '*')
    .replaceAll('÷', '/')
    .replaceAll('−', '-');
  try {
    const formula = new Formula(plain);
    const unknown = formula.getVariables();
    if (unknown.length > 0) return refused(`it knows no "${unknown.join('", "')}": write numbers`);
    const value: unknown = formula.evaluate({});
    if (typeof value !== 'number' || !Number.isFinite(value)) return refused('the result is not a finite number');
    return { output: `${expression.trim()} = ${readable(value)}`, isError: false };
  } catch (error) {
    return refused((error as Error).message);
  }
}

const refused = (why: string): ToolAnswer => ({ output: `This cannot be worked out: ${why}.`, isError: true });

/** 0.1 + 0.2 is 0.3. */
const readable = (value: number): string => String(Number(value.toPrecision(DIGITS)));
