import type { NodeStatus, Seat, SessionView } from '@council/contracts';
import type { SessionReviewEntity } from './reviews/session-review.entity.js';
import type { SessionEntity } from './session.entity.js';

const SEAT_STATES: Readonly<Record<NodeStatus, Seat['state']>> = {
  pending: 'waiting',
  running: 'speaking',
  suspended: 'waiting',
  completed: 'done',
  failed: 'failed',
  skipped: 'skipped',
};

/** The session as the wire shows it. */
export function viewSession(row: SessionEntity, waitingFor: readonly SessionReviewEntity[] = []): SessionView {
  return {
    session_uuid: row.session_uuid,
    group_uuid: row.group_uuid ?? '',
    workflow_uuid: row.workflow_uuid ?? '',
    status: row.status,
    proposal: row.proposal,
    node_statuses: row.node_statuses,
    started_at: row.started_at?.toISOString() ?? null,
    ended_at: row.ended_at?.toISOString() ?? null,
    title: row.title,
    language: row.language,
    objective: row.objective,
    outcome: row.outcome,
    waiting_for: waitingFor.map(({ review_uuid, node_id, round, request, expires_at }) => ({
      review_uuid,
      node_id,
      round,
      reason: request.reason,
      expires_at: expires_at?.toISOString() ?? null,
    })),
    lock: row.lock,
    error: row.error,
    round: row.round,
    verdict: row.verdict,
    usage: row.usage,
    budget: row.budget,
    score_history: [...row.score_history],
    engine: row.engine,
    seats: row.seats.map((seat) => ({ ...seat, state: SEAT_STATES[row.node_statuses[seat.node_id] ?? 'pending'] })),
    last_seq: row.last_seq,
    forked_from: row.forked_from,
    created_at: row.created_at.toISOString(),
  };
}
