import type { GraphDefinition, GraphNode, ToolName } from '@council/contracts';
import { AgentProperties, FactCheckProperties, feedersOf, propertiesOf, VoteProperties } from '@council/council-core';

/** An agent that a graph gives a seat to. */
export interface SeatedAgent {
  readonly node_id: string;
  /** Where a node has several seats. */
  readonly seat_id?: string;
  /** Where the graph names it. */
  readonly property: string;
  readonly agent_uuid: string;
  readonly tools: readonly ToolName[];
  /** Stands in for the one before it. */
  readonly isFallback: boolean;
}

/** In the order of the graph's nodes; who may have to stand in follows right behind. */
export function seatedAgents(graph: GraphDefinition, hasEvidence: boolean): readonly SeatedAgent[] {
  return Object.values(graph.nodes).flatMap((node): readonly SeatedAgent[] => {
    switch (node.type) {
      case 'agent':
        return agentAt(node);
      case 'vote':
        return votersAt(graph, node);
      case 'fact_check':
        // Nobody is asked for claims that nothing can check.
        return hasEvidence ? extractorAt(graph, node) : [];
      default:
        return [];
    }
  });
}

function agentAt(node: GraphNode): readonly SeatedAgent[] {
  const { fallback_agent_uuid: deputy, tools } = propertiesOf(AgentProperties, node);
  const { node_id } = node;
  const own = { node_id, property: 'agent_uuid', agent_uuid: ownAgent(node), tools, isFallback: false };
  if (deputy === undefined) return [own];
  return [own, { node_id, property: 'fallback_agent_uuid', agent_uuid: deputy, tools, isFallback: true }];
}

function ownAgent(node: GraphNode): string {
  const { agent_uuid, agent_id } = propertiesOf(AgentProperties, node);
  return agent_uuid ?? agent_id ?? '';
}

function votersAt(graph: GraphDefinition, node: GraphNode): readonly SeatedAgent[] {
  const { agent_uuids: named } = propertiesOf(VoteProperties, node);
  const voters = named ?? agentsBefore(graph, node);
  const { node_id } = node;
  return voters.map((agent_uuid, at) => ({
    node_id,
    seat_id: `${node_id}/${at + 1}`,
    property: named === undefined ? 'agent_uuids' : `agent_uuids.${at}`,
    agent_uuid,
    tools: [],
    isFallback: false,
  }));
}

function extractorAt(graph: GraphDefinition, node: GraphNode): readonly SeatedAgent[] {
  const { agent_uuid = agentsBefore(graph, node)[0] } = propertiesOf(FactCheckProperties, node);
  const { node_id } = node;
  if (agent_uuid === undefined) return [];
  const seat_id = `${node_id}/claims`;
  return [{ node_id, seat_id, property: 'agent_uuid', agent_uuid, tools: [], isFallback: false }];
}

/** Each once, though it may have spoken twice. */
const agentsBefore = (graph: GraphDefinition, { node_id }: GraphNode): readonly string[] => [
  ...new Set(
    feedersOf(graph, node_id).flatMap((id) => {
      const feeder = graph.nodes[id];
      return feeder?.type === 'agent' ? [ownAgent(feeder)] : [];
    }),
  ),
];
