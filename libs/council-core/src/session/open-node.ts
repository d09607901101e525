import type { NewEvent, SessionCreated } from '@council/contracts';
import type { Edge, GraphPlan } from '../graph/graph-plan.js';
import { type Join, readJoin } from '../nodes/join.js';
import { awaitedEdges, edgeState } from './edge-state.js';
import { losingNodes } from './losing-nodes.js';
import { roundOf } from './rounds.js';
import { nodeState, type SessionState } from './state.js';

interface Settled {
  readonly edge: Edge;
  readonly is: ReturnType<typeof edgeState>;
}

/** The events that start a node whose join is decided, that skip it, or that fail it because nobody can win any more. */
export function openNode(state: SessionState, created: SessionCreated, plan: GraphPlan, nodeId: string): NewEvent[] {
  const node = created.graph.nodes[nodeId];
  if (node === undefined || nodeState(state, nodeId).status !== 'pending') return [];
  const edges = awaitedEdges(state, plan, nodeId).map((edge): Settled => ({
    edge,
    is: edgeState(state, created, edge),
  }));
  const outcome = nodeId === created.graph.start_node_id ? 'start' : settle(readJoin(node), edges);
  if (outcome === 'wait') return [];
  const round = roundOf(state, plan, nodeId);
  const settled = joinSettled(nodeId, edges);
  if (outcome === 'skip') return [...settled, status(nodeId, 'skipped', round)];
  if (outcome === 'fail') return [...settled, ...noQuorum(nodeId, edges, round)];
  const open = edges.filter(({ is }) => is === 'open').map(({ edge }) => edge.from);
  const lost = open.length === 0 ? [] : losingNodes(state, plan, nodeId, open);
  return [
    ...settled,
    ...lost.map((id): NewEvent => ({
      event: 'node_state_change',
      node_id: id,
      data: { status: 'skipped', reason: 'join_lost' },
    })),
    status(nodeId, 'running', round),
  ];
}

/** What a join's policy says of its edges as they are now. */
function settle(join: Join, edges: readonly { readonly is: Settled['is'] }[]): 'wait' | 'start' | 'skip' | 'fail' {
  const count = (is: Settled['is']): number => edges.filter((edge) => edge.is === is).length;
  const delivered = count('delivered');
  const open = count('open');
  if (join === 'all') {
    if (open > 0) return 'wait';
    return delivered > 0 ? 'start' : 'skip';
  }
  const needed = join === 'any' ? 1 : join.quorum;
  if (delivered >= needed) return 'start';
  if (delivered + open >= needed) return 'wait';
  // Nobody was ever on the way: the route was not taken.
  return delivered === 0 && open === 0 && count('failed') === 0 ? 'skip' : 'fail';
}

function joinSettled(nodeId: string, edges: readonly Settled[]): NewEvent[] {
  if (edges.length < 2) return [];
  const from = (isDelivered: boolean): string[] =>
    edges.filter(({ is }) => (is === 'delivered') === isDelivered).map(({ edge }) => edge.from);
  return [{ event: 'join:settled', node_id: nodeId, data: { delivered: from(true), missing: from(false) } }];
}

function noQuorum(nodeId: string, edges: readonly Settled[], round: number | undefined): NewEvent[] {
  const arrived = edges.filter(({ is }) => is === 'delivered').length;
  const error = {
    code: 'COUNCIL.NO_QUORUM',
    message: `only ${arrived} of ${edges.length} branches arrived, and no more can come`,
  };
  return [
    { event: 'error', node_id: nodeId, data: { error: error.message, code: error.code } },
    {
      event: 'node_state_change',
      node_id: nodeId,
      data: { status: 'failed', error, ...(round === undefined ? {} : { round }) },
    },
  ];
}

const status = (nodeId: string, to: 'running' | 'skipped', round: number | undefined): NewEvent => ({
  event: 'node_state_change',
  node_id: nodeId,
  data: { status: to, ...(round === undefined ? {} : { round }) },
});
