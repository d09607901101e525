import type { NewEvent, SessionCreated } from '@council/contracts';
import type { GraphPlan } from '../graph/graph-plan.js';
import { reportEvents } from '../nodes/end.js';
import type { Effect } from './effects.js';
import { endOf } from './finish.js';
import { isSettled, nodeState, type SessionState } from './state.js';

/**
 * The session ends before its graph does. What is being spoken is heard out, since it is paid for; nothing more is asked,
 * and the report is made of what there is, without a model.
 */
export function windDown(state: SessionState, created: SessionCreated, plan: GraphPlan): readonly Effect[] {
  if (state.openCalls.length > 0) return [];
  const isEnd = (id: string): boolean => created.graph.nodes[id]?.type === 'end';
  const open = plan.order.filter((id) => !isSettled(nodeState(state, id).status));
  const skipped = open
    .filter((id) => !isEnd(id))
    .map((id): NewEvent => ({
      event: 'node_state_change',
      node_id: id,
      data: { status: 'skipped', reason: 'finished_early' },
    }));
  if (skipped.length > 0) return [{ type: 'append', events: skipped }];
  const end = plan.order.find(isEnd) ?? '';
  const { status } = nodeState(state, end);
  if (status !== 'completed') {
    const begun: NewEvent[] =
      status === 'running' ? [] : [{ event: 'node_state_change', node_id: end, data: { status: 'running' } }];
    return [{ type: 'append', events: [...begun, ...reportEvents(state, end)] }];
  }
  return [{ type: 'append', events: endOf(state.ending === 'budget' ? 'capped' : 'early') }];
}

/** The last events of a session that somebody stopped, or whose document somebody rejected. */
export function stopEvents(state: SessionState, rejection: string | null): readonly NewEvent[] {
  const error =
    rejection === null
      ? { code: 'SESSION.STOPPED', message: 'the session was stopped' }
      : { code: 'REVIEW.REJECTED', message: rejection };
  const open = Object.keys(state.nodes).filter((id) => ['running', 'suspended'].includes(nodeState(state, id).status));
  const closed = open.map((id): NewEvent => ({
    event: 'node_state_change',
    node_id: id,
    data: { status: 'failed', error },
  }));
  const why: NewEvent[] =
    rejection === null ? [] : [{ event: 'execution:error', data: { error: error.message, code: error.code } }];
  return [...closed, ...why, { event: 'execution:completed', data: { status: 'cancelled', outcome: null } }];
}
