import type { GraphDefinition, GraphNode } from '@council/contracts';
import { NODE_KINDS } from '@council/contracts';
import type { Issue } from '@council/kernel';
import { RUNNABLE_KINDS } from '../nodes/registry.js';
import { planOf } from './graph-plan.js';
import { issue } from './issue.js';
import { joinIssues } from './join-issues.js';
import { loopIssues } from './loop-issues.js';
import { placeIssues } from './place-issues.js';
import { sequenceIssues } from './sequence-issues.js';

/**
 * Everything that is wrong with a graph, all at once, each with its node. What a graph means is only asked when its shape
 * holds.
 */
export function validateGraph(graph: GraphDefinition): readonly Issue[] {
  const shape = [...shapeIssues(graph), ...Object.values(graph.nodes).flatMap((node) => nodeIssues(graph, node))];
  return [
    ...shape,
    ...reachIssues(graph),
    ...sequenceIssues(graph),
    ...loopIssues(graph),
    ...joinIssues(graph),
    ...placeIssues(graph),
  ];
}

function shapeIssues(graph: GraphDefinition): Issue[] {
  const issues: Issue[] = [];
  const start = graph.nodes[graph.start_node_id];
  if (start === undefined) {
    issues.push(
      issue('start_node_id', 'GRAPH.START_MISSING', `there is no node "${graph.start_node_id}" to start from`),
    );
  } else if (start.type !== 'start') {
    const message = `the session must begin at a start node, not at "${start.type}"`;
    issues.push(issue('start_node_id', 'GRAPH.START_KIND', message, start.node_id));
  }
  const starts = Object.values(graph.nodes).filter((node) => node.type === 'start');
  if (starts.length > 1) issues.push(issue('nodes', 'GRAPH.START_TWICE', 'a graph has one start node'));
  if (!Object.values(graph.nodes).some((node) => node.type === 'end')) {
    issues.push(issue('nodes', 'GRAPH.END_MISSING', 'a graph needs an end node: it makes the report'));
  }
  return issues;
}

function nodeIssues(graph: GraphDefinition, node: GraphNode): Issue[] {
  const at = `nodes.${node.node_id}`;
  const issues: Issue[] = [];
  if (graph.nodes[node.node_id] !== node) {
    const key = Object.keys(graph.nodes).find((id) => graph.nodes[id] === node) ?? '';
    const message = `the key "${key}" holds the node "${node.node_id}"`;
    issues.push(issue(`nodes.${key}.node_id`, 'GRAPH.ID_MISMATCH', message, key));
  }
  for (const [index, next] of node.next_ids.entries()) {
    const path = `${at}.next_ids.${index}`;
    if (graph.nodes[next] === undefined) {
      issues.push(issue(path, 'GRAPH.DANGLING_EDGE', `leads to "${next}", which does not exist`, node.node_id));
    } else if (graph.nodes[next].type === 'start') {
      issues.push(issue(path, 'GRAPH.INTO_START', 'leads back to the start', node.node_id));
    }
  }
  if (new Set(node.next_ids).size !== node.next_ids.length) {
    issues.push(issue(`${at}.next_ids`, 'GRAPH.EDGE_TWICE', 'leads to the same node twice', node.node_id));
  }
  return [...issues, ...kindIssues(node, at)];
}

function kindIssues(node: GraphNode, at: string): Issue[] {
  const kind = RUNNABLE_KINDS.get(node.type);
  if (kind === undefined) {
    const known = NODE_KINDS.join(', ');
    const message = `there is no kind of node "${node.type}" (there are ${known})`;
    return [issue(`${at}.type`, 'GRAPH.KIND_UNKNOWN', message, node.node_id)];
  }
  const issues: Issue[] = [];
  const { min, max } = kind.exits;
  if (node.next_ids.length < min || node.next_ids.length > max) {
    const wanted = max === 0 ? 'leads nowhere: it has no next_ids' : `needs ${min} to ${max} next_ids`;
    issues.push(issue(`${at}.next_ids`, 'GRAPH.EXITS', `a node of kind "${node.type}" ${wanted}`, node.node_id));
  }
  const parsed = kind.properties.safeParse(node.properties);
  for (const problem of parsed.error?.issues ?? []) {
    const path = [`${at}.properties`, ...problem.path.map(String)].join('.');
    issues.push(issue(path, 'GRAPH.PROPERTY', problem.message, node.node_id));
  }
  return issues;
}

function reachIssues(graph: GraphDefinition): Issue[] {
  if (graph.nodes[graph.start_node_id] === undefined) return [];
  const reached = new Set(planOf(graph).order);
  return Object.keys(graph.nodes)
    .filter((id) => !reached.has(id))
    .map((id) => issue(`nodes.${id}`, 'GRAPH.UNREACHABLE', 'cannot be reached from the start node', id));
}
