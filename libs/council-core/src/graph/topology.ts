import type { GraphDefinition } from '@council/contracts';
import { planOf } from './graph-plan.js';

/** Who feeds a node, in the order of the graph's edges: by the order of `nodes`, then of each node's `next_ids`. */
export function incomingEdges(graph: GraphDefinition): ReadonlyMap<string, readonly string[]> {
  return new Map([...planOf(graph).incoming].map(([id, edges]) => [id, edges.map(({ from }) => from)]));
}

/** Node ids as a walk from the start meets them: stable, whatever order the JSON's keys have. */
export const breadthFirst = (graph: GraphDefinition): readonly string[] => planOf(graph).order;

/** Kinds that speak themselves; whoever reads through others ends at them. */
const SPEAKING = new Set(['agent', 'llm']);

/** The speakers that lead to a node directly, or through nodes that only pass on, in the order of the edges. */
export function feedersOf(graph: GraphDefinition, nodeId: string): readonly string[] {
  const { incoming, loops } = planOf(graph);
  const found = new Set<string>();
  const seen = new Set<string>([nodeId]);
  const visit = (id: string): void => {
    for (const { from, kind } of incoming.get(id) ?? []) {
      if (kind === 'again' || seen.has(from)) continue;
      seen.add(from);
      if (SPEAKING.has(graph.nodes[from]?.type ?? '')) found.add(from);
      else if (!loops.has(from) || from !== nodeId) visit(from);
    }
  };
  visit(nodeId);
  return [...found];
}
