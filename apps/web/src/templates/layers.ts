import type { Schemas } from '@/api/client';

type Graph = Schemas['GraphDefinition'];

interface LaidNode {
  readonly id: string;
  readonly kind: string;
  readonly column: number;
  /** From the middle of its column, in rows: -0.5 and 0.5 where there are two. */
  readonly offset: number;
}
export interface Layout {
  readonly nodes: readonly LaidNode[];
  readonly edges: readonly (readonly [from: LaidNode, to: LaidNode])[];
  readonly columns: number;
  readonly rows: number;
}

/** From left to right by how few steps lead there from the start; ways back (loops) move nothing. */
export function layOut(graph: Graph): Layout {
  const columns = columnsOf(graph);
  const nodes = columns.flatMap((ids, column) =>
    ids.map((id, row) => ({
      id,
      kind: graph.nodes[id]?.type ?? '',
      column,
      offset: row - (ids.length - 1) / 2,
    })),
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = nodes.flatMap((from) =>
    (graph.nodes[from.id]?.next_ids ?? []).flatMap((id) => {
      const to = byId.get(id);
      return to === undefined ? [] : [[from, to] as const];
    }),
  );
  return { nodes, edges, columns: columns.length, rows: Math.max(...columns.map(({ length }) => length), 1) };
}

function columnsOf({ nodes, start_node_id }: Graph): string[][] {
  const columns: string[][] = [];
  const seen = new Set<string>();
  let next = [start_node_id];
  while (next.length > 0) {
    const column = [...new Set(next)].filter((id) => !seen.has(id) && nodes[id] !== undefined);
    for (const id of column) seen.add(id);
    if (column.length > 0) columns.push(column);
    next = column.flatMap((id) => nodes[id]?.next_ids ?? []);
  }
  return columns;
}
