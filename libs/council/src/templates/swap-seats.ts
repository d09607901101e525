import type { GraphDefinition, GraphNode, TemplateUse } from '@council/contracts';
import type { Issue } from '@council/kernel';

type Seats = TemplateUse['seats'];
type Properties = GraphNode['properties'];

/** Where kinds of nodes say who sits there. */
const SEAT_OF: ReadonlyMap<string, 'agent_uuid' | 'agent_uuids'> = new Map([
  ['agent', 'agent_uuid'],
  ['fact_check', 'agent_uuid'],
  ['vote', 'agent_uuids'],
]);
const SINGLE = ['agent_uuid', 'agent_id', 'fallback_agent_uuid'] as const;

/** Seats others in a graph, all at once: two agents may change places. What is said of a node wins over its agent. */
export function swapSeats(
  graph: GraphDefinition,
  seats: Seats,
): { readonly graph: GraphDefinition; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const byAgent = new Map<string, string>();
  const byNode = new Map<string, readonly string[]>();
  const seated = new Set(Object.values(graph.nodes).flatMap((node) => agentsOf(node.properties)));
  for (const [key, wanted] of Object.entries(seats)) {
    const node = Object.hasOwn(graph.nodes, key) ? graph.nodes[key] : undefined;
    const agents = [wanted].flat();
    if (node !== undefined) byNode.set(key, agents);
    else if (seated.has(key.toLowerCase())) byAgent.set(key.toLowerCase(), agents[0] ?? '');
    const problem = problemOf(node, seated.has(key.toLowerCase()), Array.isArray(wanted));
    if (problem !== null) issues.push({ path: `seats.${key}`, code: 'TEMPLATE.SEAT', message: problem });
  }
  const nodes = Object.entries(graph.nodes).map(
    ([id, node]) => [id, { ...node, properties: swapped(node, byAgent, byNode.get(id)) }] as const,
  );
  return { graph: { ...graph, nodes: Object.fromEntries(nodes) }, issues };
}

function problemOf(node: GraphNode | undefined, isSeated: boolean, isList: boolean): string | null {
  const takes = node === undefined ? undefined : SEAT_OF.get(node.type);
  if (node !== undefined && takes === undefined) return `a node of kind "${node.type}" has no seat`;
  if (node === undefined && !isSeated) return 'is neither a node of the template nor an agent that sits in it';
  return isList && takes !== 'agent_uuids' ? 'takes one agent, not a list' : null;
}

function swapped(node: GraphNode, byAgent: ReadonlyMap<string, string>, own?: readonly string[]): Properties {
  const replace = (agent: unknown): unknown =>
    typeof agent === 'string' ? (byAgent.get(agent.toLowerCase()) ?? agent) : agent;
  const properties: Properties = { ...node.properties };
  for (const name of SINGLE) if (name in properties) properties[name] = replace(properties[name]);
  const voters = properties['agent_uuids'];
  if (Array.isArray(voters)) properties['agent_uuids'] = voters.map(replace);
  const takes = SEAT_OF.get(node.type);
  if (own === undefined || takes === undefined) return properties;
  const { agent_id: _older, ...rest } = properties;
  return { ...rest, [takes]: takes === 'agent_uuids' ? own : own[0] };
}

function agentsOf(properties: Properties): string[] {
  const voters: unknown[] = Array.isArray(properties['agent_uuids']) ? properties['agent_uuids'] : [];
  return [...SINGLE.map((name) => properties[name]), ...voters]
    .filter((agent) => typeof agent === 'string')
    .map((agent) => agent.toLowerCase());
}
