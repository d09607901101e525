import type { NewEvent } from '@council/contracts';
import { isTolerated } from '../nodes/agent.js';
import { nodeState, type SessionState } from './state.js';

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
  const isPatched = ids.some((id) => {
    const { error, sitter, ballot } = nodeState(state, id);
    return error !== null || sitter > 0 || ballot?.choice === 'error';
  });
  const isDegraded = isPatched || state.verdict?.kind === 'unreadable';
  return [{ event: 'execution:completed', data: { status: 'completed', outcome: isDegraded ? 'degraded' : 'full' } }];
}

function fail(code: string, message: string, nodeId?: string): NewEvent[] {
  return [
    { event: 'execution:error', ...(nodeId === undefined ? {} : { node_id: nodeId }), data: { error: message, code } },
    { event: 'execution:completed', data: { status: 'failed', outcome: null } },
  ];
}
