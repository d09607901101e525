import type { Price } from '@council/contracts';
import { toUsd } from './usd.js';

/** USD; null where the price is unknown. */
export function costUsd(
  price: Price,
  used: { readonly inputTokens: number; readonly outputTokens: number },
): number | null {
  if (price === null) return null;
  return toUsd((used.inputTokens * price.input_per_1k + used.outputTokens * price.output_per_1k) / 1_000);
}
