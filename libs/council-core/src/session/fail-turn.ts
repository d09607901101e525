import type { NewEvent, SeatSnapshot } from '@council/contracts';
import type { CallModelEffect } from './effects.js';
import { nodeState, type SessionState } from './state.js';

/**
 * What a turn leaves that its sitter could not speak: the next one takes the seat, and when there is none, the node has
 * failed. A missing synthesis does not fail its end node: the report goes without.
 */
export function failTurn(
  state: SessionState,
  call: CallModelEffect,
  code: string,
  message: string,
): readonly NewEvent[] {
  const { nodeId, turnId, seat } = call;
  const fallback = nodeState(state, nodeId).sitter + 1;
  const next = seat.fallbacks?.[fallback - 1];
  if (next !== undefined) {
    const data = { turn_id: turnId, fallback, from: sitterOf(seat), to: sitterOf(next), error: { code, message } };
    return [{ event: 'seat:replaced', node_id: nodeId, data }];
  }
  const error: NewEvent = { event: 'error', node_id: nodeId, data: { error: message, code } };
  if (call.stance === 'summariser') return [error];
  return [error, { event: 'node_state_change', node_id: nodeId, data: { status: 'failed', error: { code, message } } }];
}

const sitterOf = ({ agent, name, used }: Omit<SeatSnapshot, 'fallbacks'>) => ({
  agent_id: agent?.agent_uuid ?? null,
  name,
  ...used,
});
