import type { GraphDefinition } from '@council/contracts';
import { planOf } from '../graph/graph-plan.js';
import { readJoin } from './join.js';

/** Whether the session may go on without this node: by its own word, or because every join that it feeds may do without it. */
export function isTolerated(graph: GraphDefinition, nodeId: string): boolean {
  const node = graph.nodes[nodeId];
  if (node?.properties['on_error'] === 'continue') return true;
  const edges = planOf(graph).outgoing.get(nodeId) ?? [];
  return edges.length > 0 && edges.every(({ to }) => isLenient(graph, to));
}

function isLenient(graph: GraphDefinition, nodeId: string): boolean {
  const node = graph.nodes[nodeId];
  return node !== undefined && readJoin(node) !== 'all';
}
