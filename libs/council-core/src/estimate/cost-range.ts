import type { Estimate, Language } from '@council/contracts';
import type { OutputRange } from './expected-output.js';

/**
 * Tokenizers differ from the estimate by bytes: what a model counts lies between these parts of it. Newer ones have
 * learnt Chinese, and need two tokens where older ones need three.
 */
export const INPUT_SPREAD: Readonly<Record<Language, OutputRange>> = {
  en: { low: 0.8, expected: 0.97, high: 1.12 },
  zh: { low: 0.62, expected: 0.87, high: 1.1 },
};

/** A range whose ends lie further apart says nothing. */
export const RANGE_FACTOR_MAX = 3;

/** Failed attempts, answers asked for again, a tool called once more: what is not foreseen only ever adds. */
const UNFORESEEN = 1.5;

/**
 * The run in which every seat is brief and the one in which every seat is long, with room above. Where they lie further
 * apart than a factor of 3 they are drawn together: that all seats of a council err to the same side is rarer than the
 * range is wide.
 */
export function costRange(ends: {
  readonly low: number | null;
  readonly expected: number | null;
  readonly high: number | null;
}): Estimate['cost_range_usd'] {
  const { low, expected, high } = ends;
  if (low === null || expected === null || high === null) return null;
  const widest = low * RANGE_FACTOR_MAX;
  if (high <= widest) return { low, expected, high: Math.min(widest, high * UNFORESEEN) };
  const middle = Math.sqrt(low * high);
  const drawn = { low: middle / Math.sqrt(RANGE_FACTOR_MAX), high: middle * Math.sqrt(RANGE_FACTOR_MAX) };
  return { ...drawn, expected: Math.min(Math.max(expected, drawn.low), drawn.high) };
}
