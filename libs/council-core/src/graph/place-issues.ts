import type { GraphDefinition, GraphNode } from '@council/contracts';
import type { Issue } from '@council/kernel';
import { LoopProperties } from '../nodes/loop-properties.js';
import { RouterProperties } from '../nodes/router.js';
import { VoteProperties } from '../nodes/vote.js';
import { type GraphPlan, planOf } from './graph-plan.js';
import { issue } from './issue.js';
import { feedersOf } from './topology.js';

/** Properties and kinds that only mean something at some places of a graph. */
export function placeIssues(graph: GraphDefinition): Issue[] {
  const plan = planOf(graph);
  return Object.values(graph.nodes).flatMap((node) => [
    ...voterIssues(graph, node),
    ...routerIssues(node),
    ...loopPropertyIssues(graph, plan, node),
    ...loopOnlyIssues(plan, node),
    ...nameIssues(graph, node),
  ]);
}

function voterIssues(graph: GraphDefinition, node: GraphNode): Issue[] {
  if (node.type !== 'vote') return [];
  const properties = VoteProperties.safeParse(node.properties).data;
  if (properties === undefined) return [];
  const voters = properties.agent_uuids?.length ?? agentsBefore(graph, node.node_id).length;
  const at = `nodes.${node.node_id}.properties`;
  if (voters === 0) {
    const message = 'has no voters: name them in agent_uuids, or let agents lead to it';
    return [issue(`${at}.agent_uuids`, 'GRAPH.NO_VOTERS', message, node.node_id)];
  }
  if (voters > 15) return [issue(at, 'GRAPH.VOTERS', 'has more than 15 voters', node.node_id)];
  if ((properties.quorum ?? 1) <= voters) return [];
  return [issue(`${at}.quorum`, 'GRAPH.QUORUM', `needs ${properties.quorum ?? 0} of ${voters} voters`, node.node_id)];
}

const agentsBefore = (graph: GraphDefinition, id: string): readonly string[] =>
  feedersOf(graph, id).filter((feeder) => graph.nodes[feeder]?.type === 'agent');

function routerIssues(node: GraphNode): Issue[] {
  if (node.type !== 'router') return [];
  const routes = RouterProperties.safeParse(node.properties).data?.routes ?? [];
  return routes.flatMap(({ next_id }, at) =>
    node.next_ids.includes(next_id)
      ? []
      : [
          issue(
            `nodes.${node.node_id}.properties.routes.${at}.next_id`,
            'GRAPH.ROUTE',
            `"${next_id}" is none of the router's next_ids`,
            node.node_id,
          ),
        ],
  );
}

/** A reason to leave that can never come does nothing. */
function loopPropertyIssues(graph: GraphDefinition, { loops }: GraphPlan, node: GraphNode): Issue[] {
  const body = loops.get(node.node_id)?.body;
  const properties = LoopProperties.safeParse(node.properties).data;
  if (node.type !== 'loop' || body === undefined || properties === undefined) return [];
  const kinds = new Set([...body].map((id) => graph.nodes[id]?.type));
  if (!properties.exit_on_consensus || kinds.has('vote')) return [];
  const path = `nodes.${node.node_id}.properties.exit_on_consensus`;
  return [issue(path, 'GRAPH.PROPERTY', 'does nothing in a loop without a vote', node.node_id)];
}

function loopOnlyIssues({ loopsAround }: GraphPlan, node: GraphNode): Issue[] {
  if (node.type !== 'context_synth' || (loopsAround.get(node.node_id) ?? []).length > 0) return [];
  const message = 'folds the verdicts of earlier rounds, and does nothing outside of a loop';
  return [issue(`nodes.${node.node_id}`, 'GRAPH.OUTSIDE_LOOP', message, node.node_id)];
}

/** The seats of a node with several are named after it: no other node may have such a name. */
function nameIssues(graph: GraphDefinition, node: GraphNode): Issue[] {
  const owner = Object.values(graph.nodes).find(
    (other) => ['vote', 'fact_check'].includes(other.type) && node.node_id.startsWith(`${other.node_id}/`),
  );
  if (owner === undefined) return [];
  const message = `begins with "${owner.node_id}/", as the seats of that node do`;
  return [issue(`nodes.${node.node_id}.node_id`, 'GRAPH.ID_RESERVED', message, node.node_id)];
}
