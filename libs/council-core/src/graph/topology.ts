import type { GraphDefinition } from '@council/contracts';

/** Who feeds a node, in the order of the graph's edges: by the order of `nodes`, then of each node's `next_ids`. */
export function incomingEdges(graph: GraphDefinition): ReadonlyMap<string, readonly string[]> {
  const incoming = new Map<string, string[]>(Object.keys(graph.nodes).map((id) => [id, []]));
  for (const node of breadthFirst(graph)) {
    for (const next of graph.nodes[node]?.next_ids ?? []) incoming.get(next)?.push(node);
  }
  return incoming;
}

/** Node ids as a walk from the start meets them: stable, whatever order the JSON's keys have. */
export function breadthFirst(graph: GraphDefinition): readonly string[] {
  const seen = new Set<string>();
  const queue = [graph.start_node_id];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const node = graph.nodes[id];
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    queue.push(...node.next_ids);
  }
  return [...seen];
}

/** The ids of one cycle that passes no loop node, or null. A loop owns its cycle; any other starves its own head. */
export function findCycleWithoutLoop(graph: GraphDefinition): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): readonly string[] | null => {
    const node = graph.nodes[id];
    if (node === undefined || node.type === 'loop' || done.has(id)) return null;
    const at = path.indexOf(id);
    if (at >= 0) return path.slice(at);
    path.push(id);
    for (const next of node.next_ids) {
      const cycle = visit(next);
      if (cycle !== null) return cycle;
    }
    path.pop();
    done.add(id);
    return null;
  };
  for (const id of Object.keys(graph.nodes)) {
    const cycle = visit(id);
    if (cycle !== null) return cycle;
  }
  return null;
}
