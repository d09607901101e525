import type { GraphDefinition } from '@council/contracts';
import type { Issue } from '@council/kernel';
import { SequenceProperties } from '../nodes/sequence-properties.js';
import { issue } from './issue.js';

/** What may stand in a sequence: work that has one way in and one way out. */
const MAY_BE_CHILD = new Set([
  'agent',
  'llm',
  'tool',
  'vote',
  'fact_check',
  'human_review',
  'memory_retrieval',
  'context_synth',
]);

/** The children of a sequence belong to it alone. */
export function sequenceIssues(graph: GraphDefinition): Issue[] {
  const owners = new Map<string, string>();
  return Object.values(graph.nodes).flatMap((node) => {
    if (node.type !== 'sequence') return [];
    const children = SequenceProperties.safeParse(node.properties).data?.children ?? [];
    return children.flatMap((child, at) => {
      const problem = childProblem(graph, node.node_id, child, owners);
      owners.set(child, node.node_id);
      const path = `nodes.${node.node_id}.properties.children.${at}`;
      return problem === null ? [] : [issue(path, 'GRAPH.CHILD', problem, node.node_id)];
    });
  });
}

function childProblem(
  graph: GraphDefinition,
  sequence: string,
  child: string,
  owners: ReadonlyMap<string, string>,
): string | null {
  const node = graph.nodes[child];
  if (node === undefined) return `there is no node "${child}"`;
  if (!MAY_BE_CHILD.has(node.type)) return `a node of kind "${node.type}" cannot be part of a sequence`;
  if (owners.has(child)) return `"${child}" is part of the sequence "${owners.get(child) ?? ''}" already`;
  if (node.next_ids.length > 0) return `"${child}" leads on by itself: within a sequence it has no next_ids`;
  const entered = Object.values(graph.nodes).find((other) => other.next_ids.includes(child));
  return entered === undefined ? null : `"${entered.node_id}" leads into "${child}", past its sequence "${sequence}"`;
}
