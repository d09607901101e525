import type { GraphDefinition } from '@council/contracts';
import { feedersOf } from '../graph/topology.js';
import type { Stance } from '../ports/chat-model.js';
import { AgentProperties } from './agent-properties.js';
import { propertiesOf } from './node-kind.js';

/** The four agents that every installation begins with. The ids are those of the reference: clients may know them. */
export const SEEDED_AGENTS = {
  affirmative: 'a5317f00-f528-5d43-a733-85c5b531a2e3',
  negative: '94cc1d02-4d8e-53f3-8891-4621767b8b81',
  adjudicator: '5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc',
  surgeon: 'd4caab5b-c39d-5c81-9ff7-65fb1972dabe',
} as const;

/**
 * What a seat is there for: the node's own word (`role`, `output_format`) first, then the seeded agent's, then the
 * graph's: whoever reads two or more other seats is the judge of them.
 */
export function stanceOf(graph: GraphDefinition, nodeId: string): Stance {
  const node = graph.nodes[nodeId];
  if (node?.type === 'end') return 'summariser';
  if (node?.type !== 'agent') return 'other';
  const properties = propertiesOf(AgentProperties, node);
  if (properties.output_format === 'ballot') return 'voter';
  if (properties.role !== undefined) return properties.role;
  if (properties.output_format === 'structured_verdict') return 'adjudicator';
  const agent = properties.agent_uuid ?? properties.agent_id;
  if (agent === SEEDED_AGENTS.affirmative) return 'affirmative';
  if (agent === SEEDED_AGENTS.negative) return 'negative';
  if (agent === SEEDED_AGENTS.adjudicator) return 'adjudicator';
  return feedersOf(graph, nodeId).length >= 2 ? 'adjudicator' : 'other';
}
