import type { NewEvent } from '@council/contracts';
import type { CallModelEffect } from './effects.js';
import { ABORTED, failAttempt } from './fail-attempt.js';
import type { SpokenTurn } from './settle-turn.js';
import { nodeState, type SessionState, turnIdOf } from './state.js';

/** Whether a turn is still waited for: its node may have been skipped meanwhile, or begun anew. */
export const isAwaited = (state: SessionState, { nodeId, seatId, turnId }: CallModelEffect): boolean =>
  nodeState(state, nodeId).status === 'running' && turnIdOf(state, nodeId, seatId) === turnId;

/** An answer that nobody waits for any more is paid for, and says nothing to anybody. */
export function settleLate(state: SessionState, call: CallModelEffect, spoken: SpokenTurn): readonly NewEvent[] {
  const { attempt, content, inputTokens, outputTokens, isEstimated, latencyMs } = spoken;
  const spent = { inputTokens, outputTokens, isEstimated, latencyMs, partialText: content };
  const message = 'the answer came when it was not needed any more';
  return [failAttempt(state, call, { attempt, code: ABORTED, message, retryInMs: null, spent })];
}
