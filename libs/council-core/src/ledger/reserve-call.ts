import type { Price, Reservation } from '@council/contracts';
import type { ChatRequest } from '../ports/chat-model.js';
import { costUsd } from './cost-usd.js';

/** The least that was measured is 1.24, in columns of decimal numbers; prose has 4 and more (docs/money.md). */
const BYTES_PER_TOKEN_MIN = 1.2;

/** Where an agent has no `max_tokens`: as much as models of the field write at most by themselves. */
export const OUTPUT_TOKENS_MAX = 8_192;

/**
 * The worst case of one call. Everything that is sent counts, as it is written on the wire: messages, and whatever else a
 * request carries. Only the brief stays here.
 */
export function reserveCall(request: Omit<ChatRequest, 'signal'>, price: Price): Reservation {
  const sent = JSON.stringify({ ...request, brief: undefined });
  const inputTokens = Math.ceil(Buffer.byteLength(sent) / BYTES_PER_TOKEN_MIN);
  const outputTokens = request.maxTokens ?? OUTPUT_TOKENS_MAX;
  return {
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    cost_usd: costUsd(price, { inputTokens, outputTokens }),
  };
}
