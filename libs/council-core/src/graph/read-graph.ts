import { GraphDefinition } from '@council/contracts';
import type { Issue } from '@council/kernel';
import { z } from 'zod';

/** A graph of which only what has the right form is left. */
const Remains = z.object({
  workflow_uuid: z.string().catch(''),
  name: z.string().catch(''),
  description: z.string().catch(''),
  nodes: z
    .record(
      z.string(),
      z
        .object({
          node_id: z.string().catch(''),
          type: z.string().catch(''),
          name: z.string().catch(''),
          next_ids: z.array(z.string()).catch([]),
          properties: z.record(z.string(), z.unknown()).catch({}),
        })
        .nullable()
        .catch(null),
    )
    .catch({}),
  start_node_id: z.string().catch(''),
});

/**
 * Reads a graph however broken its form is: what is wrong with the form, and as much of the graph as can be read, so that
 * the rules can be tried on it too and nobody has to ask twice.
 */
export function readGraph(value: Readonly<Record<string, unknown>>): {
  readonly graph: GraphDefinition;
  readonly issues: readonly Issue[];
} {
  const parsed = GraphDefinition.safeParse(value);
  if (parsed.success) return { graph: parsed.data, issues: [] };
  const issues = parsed.error.issues.map(({ path, message }): Issue => {
    const [first, nodeId] = path.map(String);
    const isNode = first === 'nodes' && nodeId !== undefined;
    return { path: path.join('.'), code: 'GRAPH.FORM', message, ...(isNode ? { node_id: nodeId } : {}) };
  });
  const { nodes, ...rest } = Remains.parse(value);
  const readable = Object.entries(nodes).flatMap(([id, node]) =>
    node === null ? [] : [[id, node.node_id === '' ? { ...node, node_id: id } : node] as const],
  );
  // Without a prototype: whatever a broken graph calls its nodes, none is found that it has not written.
  const named = Object.assign(Object.create(null) as GraphDefinition['nodes'], Object.fromEntries(readable));
  return { graph: { ...rest, nodes: named }, issues };
}
