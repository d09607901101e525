import { ToolName } from '@council/contracts';
import { z } from 'zod';
import { JOINING } from './join.js';
import { SPEAKING } from './speaking.js';

/** One turn of an agent of the council. */
export const AgentProperties = z
  .strictObject({
    agent_uuid: z.guid().toLowerCase().optional(),
    /** The reference's older name of `agent_uuid`. */
    agent_id: z.guid().toLowerCase().optional(),
    /** What the seat is there for; without it, it follows from the agent and the graph (`stanceOf`). */
    role: z.enum(['affirmative', 'negative', 'adjudicator', 'other']).optional(),
    /** `structured_verdict` makes the seat a judge, whoever sits in it; `ballot` a voter, who answers nothing else. */
    output_format: z.enum(['structured_verdict', 'ballot']).optional(),
    /** What the agent may call. Tools of the web need the agent's own switch as well. */
    tools: z.array(ToolName).max(ToolName.options.length).default([]),
    /** How often it may ask for tools before it has to answer. */
    max_tool_turns: z.int().min(1).max(20).optional(),
    /** Takes the seat when its model has finally failed. */
    fallback_agent_uuid: z.guid().toLowerCase().optional(),
    ...SPEAKING,
    ...JOINING,
  })
  .refine((value) => value.agent_uuid !== undefined || value.agent_id !== undefined, {
    path: ['agent_uuid'],
    message: 'names no agent',
  })
  .refine(
    ({ fallback_agent_uuid: deputy, agent_uuid, agent_id }) =>
      deputy === undefined || deputy !== (agent_uuid ?? agent_id),
    { path: ['fallback_agent_uuid'], message: 'is the agent itself' },
  )
  .refine((value) => value.output_format !== 'ballot' || (value.tools.length === 0 && value.role === undefined), {
    path: ['output_format'],
    message: 'a ballot takes neither tools nor a role',
  })
  .refine((value) => new Set(value.tools).size === value.tools.length, {
    path: ['tools'],
    message: 'names a tool twice',
  })
  .refine((value) => value.max_tool_turns === undefined || value.tools.length > 0, {
    path: ['max_tool_turns'],
    message: 'does nothing without tools',
  });

/** The allowance where a node does not say its own. */
export const MAX_TOOL_TURNS = 5;
