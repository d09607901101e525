import type { NewEvent } from '@council/contracts';
import { costUsd } from '../ledger/cost-usd.js';
import type { AttemptSpend } from '../ports/chat-model.js';
import type { CallModelEffect } from './effects.js';
import type { OpenCall, SessionState } from './state.js';

/** The code of a call that was not allowed to end: the session was stopped, or the server shut down. */
export const ABORTED = 'MODEL.ABORTED';
/** The code of a call whose server died: nobody heard how it ended. */
export const ORPHANED = 'MODEL.ORPHANED';

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

type Usage = (NewEvent & { event: 'model_call:failed' })['data']['usage'];

/** What a failed attempt leaves in the log, with what it used at the seat's price: failures are on the bill too. */
export function failAttempt(state: SessionState, call: CallModelEffect, failed: FailedAttempt): NewEvent {
  const { attempt, code, message, retryInMs, spent } = failed;
  const open = state.openCalls.find((other) => other.turnId === call.turnId && other.attempt === attempt);
  return {
    event: 'model_call:failed',
    node_id: call.nodeId,
    data: {
      turn_id: call.turnId,
      attempt,
      error: { code, message },
      retry_in_ms: retryInMs,
      usage: spent === undefined ? null : usageOf(call, spent, open),
      latency_ms: spent?.latencyMs ?? null,
      partial_text: (spent?.partialText ?? '').slice(0, PARTIAL_TEXT_MAX),
    },
  };
}

/** For a driver that has just taken over: what the log holds open then was cut by a crash, and costs all it can cost. */
export const orphanEvents = (state: SessionState): readonly NewEvent[] =>
  state.openCalls.map((open) => ({
    event: 'model_call:failed',
    node_id: open.nodeId,
    data: {
      turn_id: open.turnId,
      attempt: open.attempt,
      error: { code: ORPHANED, message: 'the server that made this call went away before it ended' },
      retry_in_ms: null,
      usage: atWorst(open),
      latency_ms: null,
      partial_text: '',
    },
  }));

/** What was broken off goes on at the provider, nobody knows how long: without a count of its own it costs the worst. */
function usageOf(call: CallModelEffect, spent: AttemptSpend, open: OpenCall | undefined): Usage {
  const worst = atWorst(open);
  if (spent.isEstimated && worst !== null) return worst;
  return {
    input_tokens: spent.inputTokens,
    output_tokens: spent.outputTokens,
    is_estimated: spent.isEstimated,
    estimated_cost_usd: costUsd(call.seat.price, spent),
  };
}

function atWorst(open: OpenCall | undefined): NonNullable<Usage> | null {
  const reserved = open?.reserved ?? null;
  if (reserved === null) return null;
  const { cost_usd, ...tokens } = reserved;
  return { ...tokens, is_estimated: true, estimated_cost_usd: cost_usd };
}
