import type { EventOf, NewEvent } from '@council/contracts';
import type { AttemptSpend } from '../ports/chat-model.js';
import type { CallModelEffect } from './effects.js';
import { costUsd } from './settle-turn.js';

/** The code of a call that was not allowed to end: the session was stopped, or the server shut down. */
export const ABORTED = 'MODEL.ABORTED';

/** More of a broken-off answer is not kept: the log is no archive of failures. */
const PARTIAL_TEXT_MAX = 20_000;

export interface FailedAttempt {
  readonly attempt: number;
  readonly code: string;
  readonly message: string;
  /** Null: no other attempt follows. */
  readonly retryInMs: number | null;
  /** Absent when nothing was sent. */
  readonly spent?: AttemptSpend;
}

/** What a failed attempt leaves in the log, with what it used at the seat's price: failures are on the bill too. */
export function failAttempt(call: CallModelEffect, failed: FailedAttempt): NewEvent {
  const { attempt, code, message, retryInMs, spent } = failed;
  return {
    event: 'model_call:failed',
    node_id: call.nodeId,
    data: {
      turn_id: call.turnId,
      attempt,
      error: { code, message },
      retry_in_ms: retryInMs,
      ...(spent === undefined ? { usage: null, latency_ms: null, partial_text: '' } : spendData(call, spent)),
    },
  };
}

function spendData(
  call: CallModelEffect,
  spent: AttemptSpend,
): Pick<EventOf<'model_call:failed'>['data'], 'usage' | 'latency_ms' | 'partial_text'> {
  return {
    usage: {
      input_tokens: spent.inputTokens,
      output_tokens: spent.outputTokens,
      is_estimated: spent.isEstimated,
      estimated_cost_usd: costUsd(call.seat.price, spent),
    },
    latency_ms: spent.latencyMs,
    partial_text: plainText(spent.partialText.slice(0, PARTIAL_TEXT_MAX)),
  };
}

/** PostgreSQL's text and jsonb cannot hold NUL or half a surrogate pair; a model can write both. */
export const plainText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();
