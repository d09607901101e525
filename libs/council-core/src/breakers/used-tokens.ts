import type { EventOf } from '@council/contracts';
import { estimateTokens } from '../estimate/estimate-tokens.js';
import type { OpenCall, SessionState } from '../session/state.js';

/**
 * What the breaker of spending measures. The bill takes the worst case of a call that nobody counted, many times what it
 * used: two restarts in the middle of two calls would look like a runaway. A cap is weighed against the bill all the same.
 */
export const usedTokens = ({ usage, overstated }: SessionState): number =>
  usage.input_tokens + usage.output_tokens - overstated;

/** By how much the bill of a failed attempt is above what was foreseen, or heard of it. */
export function overstatedBy({ usage, partial_text }: EventOf<'model_call:failed'>['data'], call?: OpenCall): number {
  if (usage?.is_estimated !== true || call?.foreseen == null) return 0;
  const { input_tokens, output_tokens } = call.foreseen;
  const used = input_tokens + Math.max(output_tokens, estimateTokens(partial_text ?? ''));
  return Math.max(0, usage.input_tokens + usage.output_tokens - used);
}
