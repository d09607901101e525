import type { EventOf } from '@council/contracts';

type Graph = EventOf<'session:created'>['data']['graph'];

/** How far each node is from the start: seats of one distance speak at the same time. */
export function depthsOf(graph: Graph): Readonly<Record<string, number>> {
  const depths: Record<string, number> = { [graph.start_node_id]: 0 };
  const queue = [graph.start_node_id];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const next of graph.nodes[id]?.next_ids ?? []) {
      if (depths[next] !== undefined) continue;
      depths[next] = (depths[id] ?? 0) + 1;
      queue.push(next);
    }
  }
  return depths;
}
