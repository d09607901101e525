import type { EventOf, NewEvent } from '@council/contracts';
import { isTolerated } from '../nodes/tolerated.js';
import { nodeState, seatIdOf, seatState, type SessionState } from './state.js';

/** The last events of a run. A session's status is the truth: a failed seat never ends as completed. */
export function finishEvents(state: SessionState): readonly NewEvent[] {
  const { created } = state;
  if (created === null) return [];
  const ids = Object.keys(created.graph.nodes);
  const failed = ids.filter((id) => nodeState(state, id).status === 'failed');
  const fatal = failed.find((id) => !isTolerated(created.graph, id));
  if (fatal !== undefined) {
    const error = nodeState(state, fatal).error ?? { code: 'SESSION.NODE_FAILED', message: 'the node failed' };
    return fail(error.code, error.message, fatal);
  }
  const hasReport = ids.some(
    (id) => created.graph.nodes[id]?.type === 'end' && nodeState(state, id).status === 'completed',
  );
  if (!hasReport) return fail('COUNCIL.NOBODY_SPOKE', 'no seat delivered anything that a verdict could rest on');
  return endOf(isDegraded(state) ? 'degraded' : 'full');
}

export const endOf = (outcome: EventOf<'execution:completed'>['data']['outcome']): readonly NewEvent[] => [
  { event: 'execution:completed', data: { status: 'completed', outcome } },
];

/** Something is missing that the graph had asked for, or somebody else had to stand in. */
function isDegraded(state: SessionState): boolean {
  const { created, verdict } = state;
  if (created === null || verdict?.kind === 'unreadable' || verdict?.kind === 'tally') return true;
  const isNodePatched = Object.keys(created.graph.nodes).some((id) => nodeState(state, id).error !== null);
  const isSeatPatched = created.seats.some((seat) => {
    const { error, sitter, ballot } = seatState(state, seatIdOf(seat));
    return error !== null || sitter > 0 || ballot?.choice === 'error';
  });
  return isNodePatched || isSeatPatched;
}

function fail(code: string, message: string, nodeId?: string): NewEvent[] {
  return [
    { event: 'execution:error', ...(nodeId === undefined ? {} : { node_id: nodeId }), data: { error: message, code } },
    { event: 'execution:completed', data: { status: 'failed', outcome: null } },
  ];
}
