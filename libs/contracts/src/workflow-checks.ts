import { z } from 'zod';
import { EXAMPLE_GRAPH } from './example-graph.js';

const { start, pro, end } = EXAMPLE_GRAPH.nodes;
const BROKEN = {
  ...EXAMPLE_GRAPH,
  nodes: { start: { ...start, next_ids: ['pro'] }, pro: { ...pro, next_ids: ['end', 'nowhere'], properties: {} }, end },
};

/** Taken whatever its form is, so that what is wrong with the form is said together with what breaks a rule. */
export const GraphToCheck = z.record(z.string(), z.unknown()).meta({
  id: 'GraphToCheck',
  description: 'A graph (`GraphDefinition`), bare or as `{"graph": ...}`',
  example: { graph: BROKEN },
});
export type GraphToCheck = z.infer<typeof GraphToCheck>;

const Remark = z.object({
  /** Within the graph, in dots. */
  path: z.string(),
  code: z.string(),
  message: z.string(),
  node_id: z.string().optional(),
});

/** `valid`: a session could be started with it. Warnings do not stand against that. */
export const GraphCheck = z.object({ valid: z.boolean(), issues: z.array(Remark), warnings: z.array(Remark) }).meta({
  id: 'GraphCheck',
  example: {
    valid: false,
    issues: [
      {
        path: 'nodes.pro.next_ids.1',
        code: 'GRAPH.DANGLING_EDGE',
        message: 'leads to "nowhere", which does not exist',
        node_id: 'pro',
      },
      {
        path: 'nodes.pro.properties.agent_uuid',
        code: 'GRAPH.PROPERTY',
        message: 'names no agent',
        node_id: 'pro',
      },
    ],
    warnings: [],
  },
});
export type GraphCheck = z.infer<typeof GraphCheck>;
