import type { ExecuteRequest, GraphDefinition, GraphNode } from '@council/contracts';
import type { Issue } from '@council/kernel';
import type { AgentEntity } from '../agents/agent.entity.js';
import type { SeatedAgent } from './seated-agents.js';

type Members = ExecuteRequest['members'];

/** Where a node names one agent. */
const NAMES = ['agent_uuid', 'agent_id', 'fallback_agent_uuid'] as const;

/** The graph with other agents in its seats, for one session. */
export function seatMembers(graph: GraphDefinition, members: Members): GraphDefinition {
  if (Object.keys(members).length === 0) return graph;
  const nodes = Object.entries(graph.nodes).map(([id, node]) => [id, withMembers(node, members)]);
  return { ...graph, nodes: Object.fromEntries(nodes) as GraphDefinition['nodes'] };
}

function withMembers(node: GraphNode, members: Members): GraphNode {
  const sitting = (named: unknown): unknown => (typeof named === 'string' ? (members[named] ?? named) : named);
  const named = NAMES.filter((name) => Object.hasOwn(node.properties, name));
  const { agent_uuids: several } = node.properties;
  return {
    ...node,
    properties: {
      ...node.properties,
      ...Object.fromEntries(named.map((name) => [name, sitting(node.properties[name])])),
      ...(Array.isArray(several) ? { agent_uuids: several.map(sitting) } : {}),
    },
  };
}

/** Whom the graph does not name, and who does not exist. */
export function memberIssues(
  members: Members,
  named: readonly SeatedAgent[],
  agents: ReadonlyMap<string, AgentEntity>,
): Issue[] {
  const seated = new Set(named.map(({ agent_uuid }) => agent_uuid));
  return Object.entries(members).flatMap(([from, to]): Issue[] => {
    const path = `members.${from}`;
    if (!seated.has(from)) {
      return [{ path, code: 'SESSION.MEMBER_UNSEATED', message: `agent ${from} has no seat in this graph` }];
    }
    return agents.has(to) ? [] : [{ path, code: 'SESSION.AGENT_UNKNOWN', message: `there is no agent ${to}` }];
  });
}
