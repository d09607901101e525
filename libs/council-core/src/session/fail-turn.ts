import type { NewEvent, SeatSnapshot } from '@council/contracts';
import type { CallModelEffect } from './effects.js';
import { unreadable } from '../ballots/read-ballot.js';
import { verdictOfVotes } from '../votes/verdict-of-votes.js';
import { seatState, type SessionState } from './state.js';
import { ballotCast } from './typed-turns.js';

/**
 * What a turn leaves that its sitter could not speak: it is tried once more where the node says so; then the next one
 * takes the seat; and when there is none, the node has failed. A voter that cannot vote has cast an error, which is never
 * a yes; a missing synthesis does not fail its end node.
 */
export function failTurn(
  state: SessionState,
  call: CallModelEffect,
  code: string,
  message: string,
): readonly NewEvent[] {
  const { nodeId, seatId, turnId, seat } = call;
  const { retries, sitter } = seatState(state, seatId);
  const failure = { code, message };
  if (retries < call.retries) {
    return [{ event: 'turn:retried', node_id: nodeId, data: { turn_id: turnId, retry: retries + 1, error: failure } }];
  }
  const next = seat.fallbacks?.[sitter];
  if (next !== undefined) {
    const data = { turn_id: turnId, fallback: sitter + 1, from: sitterOf(seat), to: sitterOf(next), error: failure };
    return [{ event: 'seat:replaced', node_id: nodeId, data }];
  }
  const error: NewEvent = { event: 'error', node_id: nodeId, data: { error: message, code, turn_id: turnId } };
  const isVoter = call.stance === 'voter' || call.stance === 'scorer';
  if (!call.isWholeNode) return isVoter ? [error, ballotCast(call, unreadable(message))] : [error];
  const verdict = call.stance === 'adjudicator' ? verdictOfVotes(state) : null;
  if (verdict !== null) {
    return [
      error,
      { event: 'verdict:recorded', node_id: nodeId, data: verdict },
      { event: 'node_state_change', node_id: nodeId, data: { status: 'completed' } },
    ];
  }
  return [error, { event: 'node_state_change', node_id: nodeId, data: { status: 'failed', error: failure } }];
}

const sitterOf = ({ agent, name, used }: Omit<SeatSnapshot, 'fallbacks'>) => ({
  agent_id: agent?.agent_uuid ?? null,
  name,
  ...used,
});
