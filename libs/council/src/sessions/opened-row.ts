import type { SessionCreated } from '@council/contracts';
import { NO_USAGE } from '@council/council-core';
import type { SessionEntity } from './session.entity.js';

/** A session's row before its log is projected on it: what event 1 says, and what no event says. */
export type OpenedRow = Omit<
  SessionEntity,
  'created_at' | 'started_at' | 'ended_at' | 'updated_at' | 'last_seq' | 'head_hash'
>;

export function openRow(
  created: SessionCreated,
  ids: Pick<OpenedRow, 'session_uuid' | 'group_uuid' | 'workflow_uuid' | 'created_by'>,
): OpenedRow {
  const { forked_from: fork } = created;
  return {
    ...ids,
    forked_from: fork ? { session_uuid: fork.session_uuid, seq: fork.seq } : null,
    status: 'pending',
    title: created.title,
    is_renamed: false,
    language: created.language,
    objective: created.objective,
    proposal: created.proposal,
    node_statuses: Object.fromEntries(Object.keys(created.graph.nodes).map((id) => [id, 'pending' as const])),
    engine: created.engine,
    seats: created.seats.map(({ node_id, seat_id, name, wanted, used, agent }) => ({
      node_id,
      ...(seat_id === undefined ? {} : { seat_id }),
      name,
      wanted,
      used,
      agent_uuid: agent?.agent_uuid ?? null,
    })),
    verdict: null,
    outcome: null,
    error: null,
    usage: NO_USAGE,
    round: 1,
    score_history: [],
    lock: null,
    budget: created.budget ?? null,
    has_group_budget: created.group?.has_budget === true,
  };
}
