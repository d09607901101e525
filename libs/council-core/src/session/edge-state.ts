import type { SessionCreated } from '@council/contracts';
import type { Edge, GraphPlan } from '../graph/graph-plan.js';
import { nodeState, type SessionState } from './state.js';

/** `open`: not settled yet. The other three are the settled states of an edge. */
export type EdgeState = 'open' | 'delivered' | 'skipped' | 'failed';

/**
 * The edges that a node waits for. A loop's way back does not count in a first round that began without the loop; and a
 * loop that stands before its body is entered from outside first, and from its body in every round after.
 */
export function awaitedEdges(state: SessionState, plan: GraphPlan, nodeId: string): readonly Edge[] {
  const edges = (plan.incoming.get(nodeId) ?? []).filter(
    (edge) => edge.kind !== 'again' || isAwaited(state, plan, edge),
  );
  const loop = plan.loops.get(nodeId);
  if (loop?.isHead !== true) return edges;
  const isEntered = state.loops[nodeId] !== undefined;
  return edges.filter((edge) => loop.body.has(edge.from) === isEntered);
}

function isAwaited(state: SessionState, plan: GraphPlan, { from }: Edge): boolean {
  return plan.loops.get(from)?.isHead === true || state.loops[from] !== undefined;
}

export function edgeState(state: SessionState, created: SessionCreated, edge: Edge): EdgeState {
  const { status, route } = nodeState(state, edge.from);
  if (edge.kind === 'again' && state.loops[edge.from] !== undefined) return 'delivered';
  if (edge.kind === 'child') return childEdgeState(created, edge, status);
  switch (status) {
    case 'completed':
      return route === null || route.includes(edge.to) ? 'delivered' : 'skipped';
    case 'failed':
      return 'failed';
    case 'skipped':
      return 'skipped';
    default:
      return 'open';
  }
}

/** Into a sequence as soon as it runs; on to the next child also past one that failed and was tolerated. */
function childEdgeState(
  created: SessionCreated,
  { from }: Edge,
  status: ReturnType<typeof nodeState>['status'],
): EdgeState {
  if (status === 'skipped') return 'skipped';
  if (created.graph.nodes[from]?.type === 'sequence') return status === 'pending' ? 'open' : 'delivered';
  return status === 'completed' || status === 'failed' ? 'delivered' : 'open';
}
