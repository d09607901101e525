import { z } from 'zod';
import { EXAMPLE_GRAPH } from './example-graph.js';
import { text, Uuid } from './text.js';

/** The kinds of the reference and `router`. Which of them this build can run is the registry's word (council-core). */
export const NODE_KINDS = [
  'start',
  'end',
  'agent',
  'llm',
  'tool',
  'parallel',
  'sequence',
  'vote',
  'loop',
  'fact_check',
  'human_review',
  'memory_retrieval',
  'context_synth',
  'router',
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** A word that every JavaScript object has would be found in any graph. */
const NodeId = text(64)
  .min(1)
  .refine((id) => !(id in {}), { message: 'is a reserved word' });

/** A canvas that was made for the reference writes how it draws a node among its properties; the node itself says all of it. */
const DRAWN: ReadonlySet<string> = new Set(['label', 'name', 'type', 'node_id', 'next_ids', 'status']);

const withoutDrawn = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !DRAWN.has(name)));

/** Edges are `next_ids`; for deciding kinds their order carries meaning. */
export const GraphNode = z.object({
  node_id: NodeId,
  type: text(64),
  name: text(128).default(''),
  next_ids: z
    .array(NodeId)
    .max(64)
    .nullish()
    .transform((ids) => ids ?? [])
    // Named once more: what comes out of a transform has no JSON schema of its own.
    .pipe(z.array(z.string())),
  properties: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => withoutDrawn(value ?? {}))
    .pipe(z.record(z.string(), z.unknown())),
});
export type GraphNode = z.infer<typeof GraphNode>;

export const GraphDefinition = z
  .object({
    workflow_uuid: text(64).default(''),
    name: text(128).default(''),
    description: text(2_000).default(''),
    nodes: z.record(NodeId, GraphNode),
    start_node_id: NodeId,
  })
  .meta({ id: 'GraphDefinition', example: EXAMPLE_GRAPH });
export type GraphDefinition = z.infer<typeof GraphDefinition>;

export const WorkflowListItem = z.object({ workflow_uuid: Uuid, name: z.string(), updated_at: z.string() }).meta({
  id: 'WorkflowListItem',
  example: {
    workflow_uuid: '0b6f2c1e-7d5a-4a52-9b0e-3f3d1c9b8a11',
    name: 'For, against, ruling',
    updated_at: '2026-01-01T12:00:00.000Z',
  },
});
export type WorkflowListItem = z.infer<typeof WorkflowListItem>;
