import type { GraphDefinition } from '@council/contracts';
import type { Issue } from '@council/kernel';
import { Join } from '../nodes/join.js';
import { planOf } from './graph-plan.js';
import { issue } from './issue.js';

/** A join without two branches does nothing, and one that wants more than there are can never start. */
export function joinIssues(graph: GraphDefinition): Issue[] {
  const { incoming } = planOf(graph);
  return Object.values(graph.nodes).flatMap((node) => {
    const join = Join.safeParse(node.properties['join']).data;
    if (join === undefined) return [];
    const path = `nodes.${node.node_id}.properties.join`;
    const edges = (incoming.get(node.node_id) ?? []).filter(({ kind }) => kind !== 'again').length;
    if (edges < 2) {
      return [issue(path, 'GRAPH.JOIN_OF_ONE', 'does nothing where fewer than two branches meet', node.node_id)];
    }
    if (typeof join === 'object' && join.quorum > edges) {
      return [issue(path, 'GRAPH.QUORUM', `needs ${join.quorum} of ${edges} branches`, node.node_id)];
    }
    return [];
  });
}
