import type { GraphDefinition } from '@council/contracts';
import { type GraphPlan, planOf } from '../graph/graph-plan.js';
import { readJoin } from './join.js';

/**
 * Whether the session may go on without this node: by its own word, or because it is a branch of a race, and every join
 * at the end of that branch may do without it.
 */
export function isTolerated(graph: GraphDefinition, nodeId: string): boolean {
  return graph.nodes[nodeId]?.properties['on_error'] === 'continue' || isBranch(graph, planOf(graph), nodeId);
}

/** All that follows it is reached through it alone, until a join that needs not all. */
function isBranch(graph: GraphDefinition, plan: GraphPlan, nodeId: string): boolean {
  const edges = (plan.outgoing.get(nodeId) ?? []).filter(({ kind }) => kind !== 'again');
  return (
    edges.length > 0 &&
    edges.every(({ to }) => isLenient(graph, to) || (plan.incoming.get(to)?.length === 1 && isBranch(graph, plan, to)))
  );
}

function isLenient(graph: GraphDefinition, nodeId: string): boolean {
  const node = graph.nodes[nodeId];
  return node !== undefined && readJoin(node) !== 'all';
}
