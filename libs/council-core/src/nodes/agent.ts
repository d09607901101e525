import type { GraphDefinition } from '@council/contracts';
import { z } from 'zod';
import { type NodeKindDefinition, propertiesOf } from './node-kind.js';

/** One turn of an agent of the council. */
export const AgentProperties = z
  .strictObject({
    agent_uuid: z.guid().toLowerCase().optional(),
    /** The reference's older name of `agent_uuid`. */
    agent_id: z.guid().toLowerCase().optional(),
    /** What the seat is there for; without it, it follows from the agent and the graph (`stanceOf`). */
    role: z.enum(['affirmative', 'negative', 'adjudicator', 'other']).optional(),
    /** `structured_verdict` makes the seat a judge, whoever sits in it. */
    output_format: z.literal('structured_verdict').optional(),
    /** What a failed turn means: `fail` ends the session, `continue` leaves the seat empty and marks the result degraded. */
    on_error: z.enum(['fail', 'continue']).default('fail'),
  })
  .refine((value) => value.agent_uuid !== undefined || value.agent_id !== undefined, {
    path: ['agent_uuid'],
    message: 'names no agent',
  });

export const agentKind: NodeKindDefinition = { kind: 'agent', properties: AgentProperties, exits: { min: 0, max: 64 } };

/** Whether the session may go on without this seat. */
export function isTolerated(graph: GraphDefinition, nodeId: string): boolean {
  const node = graph.nodes[nodeId];
  return node?.type === 'agent' && propertiesOf(AgentProperties, node).on_error === 'continue';
}
