import type { GraphDefinition, GraphNode } from '@council/contracts';

/** The nodes of a seeded graph under their ids, in the order of their writing; it begins at `start`. */
export function graphOf(workflowUuid: string, nodes: readonly GraphNode[]): GraphDefinition {
  return {
    workflow_uuid: workflowUuid,
    name: '',
    description: '',
    nodes: Object.fromEntries(nodes.map((node) => [node.node_id, node])),
    start_node_id: 'start',
  };
}

export function node(
  node_id: string,
  type: string,
  name: string,
  next_ids: readonly string[],
  properties: Readonly<Record<string, unknown>> = {},
): GraphNode {
  return { node_id, type, name, next_ids: [...next_ids], properties: { ...properties } };
}
