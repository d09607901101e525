import type { EventOf, Usage } from '@council/contracts';
import { toUsd } from './usd.js';

type Counted = Pick<Usage, 'input_tokens' | 'output_tokens' | 'is_estimated'> & {
  readonly estimated_cost_usd: number | null;
};

/** The session's bill with one attempt more. An unknown cost makes the sum unknown, and it stays so. */
export function addUsage(usage: Usage, more: Counted): Usage {
  const cost = more.estimated_cost_usd;
  return {
    input_tokens: usage.input_tokens + more.input_tokens,
    output_tokens: usage.output_tokens + more.output_tokens,
    cost_usd: usage.cost_usd === null || cost === null ? null : toUsd(usage.cost_usd + cost),
    is_estimated: usage.is_estimated || more.is_estimated,
  };
}

export const NO_USAGE: Usage = { input_tokens: 0, output_tokens: 0, cost_usd: 0, is_estimated: false };

/**
 * The part of a usage that an event adds, or null where the event costs nothing. The one place that knows which do. Logs
 * from before attempts were metered have failures without a usage.
 */
export function usageIn(event: { readonly event: string; readonly data: unknown }): Counted | null {
  if (event.event === 'token_usage') return event.data as EventOf<'token_usage'>['data'];
  if (event.event === 'model_call:failed') return (event.data as EventOf<'model_call:failed'>['data']).usage ?? null;
  return null;
}
