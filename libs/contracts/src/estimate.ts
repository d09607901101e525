import { z } from 'zod';
import { EXAMPLE_DOCUMENT } from './example-document.js';
import { EXAMPLE_GRAPH } from './example-graph.js';
import { EXAMPLE_IDS } from './example-ids.js';
import { GraphDefinition, GraphNode } from './graph.js';
import { Engine, ExecuteRequest, ModelName, SessionInput } from './sessions.js';
import { Language } from './text.js';

/** The reference's canvas has the id of a node under `id`. */
function nameNode(node: unknown): unknown {
  const isNameless = typeof node === 'object' && node !== null && 'id' in node && !('node_id' in node);
  return isNameless ? { ...node, node_id: node.id } : node;
}

/** A graph, as the reference sends it, and, beside it, what it would work on. */
export const WorkflowEstimateRequest = GraphDefinition.extend({
  nodes: z.record(GraphDefinition.shape.nodes.keyType, z.preprocess(nameNode, GraphNode)),
  input: SessionInput.optional(),
  language: Language.optional(),
  overrides: ExecuteRequest.shape.overrides,
}).meta({
  id: 'WorkflowEstimateRequest',
  example: { ...EXAMPLE_GRAPH, input: { document_content: EXAMPLE_DOCUMENT }, language: 'en' },
});
export type WorkflowEstimateRequest = z.infer<typeof WorkflowEstimateRequest>;

const TokenCount = z.object({ input: z.int(), output: z.int(), total: z.int() });
/** USD; null where a price is unknown. */
const Usd = z.number().nullable();
const Span = z.object({ low: z.number(), expected: z.number(), high: z.number() });
/** USD; the ends differ by at most a factor of 3. */
export const UsdRange = Span;

export const EstimateWarning = z.object({
  type: z.enum(['high_cost', 'long_duration', 'complex_workflow', 'price_unknown']),
  message: z.string(),
  suggestion: z.string(),
});
export type EstimateWarning = z.infer<typeof EstimateWarning>;

/** A seat's share, and which other configured models would speak for less. */
export const EstimatedSeat = z
  .object({
    node_id: z.string(),
    node_name: z.string(),
    agent_name: z.string(),
    provider: z.string(),
    model: z.string(),
    calls: z.int(),
    estimated_tokens: TokenCount,
    estimated_cost: Usd,
    alternatives: z.array(
      z.object({
        provider: z.string(),
        model: z.string(),
        estimated_cost: z.number(),
        saves_usd: z.number(),
        /** For `overrides` of a start; it holds for every seat of this agent. Null where a node speaks without an agent. */
        override: z.record(z.string(), ModelName).nullable(),
      }),
    ),
  })
  .meta({ id: 'EstimatedSeat' });
export type EstimatedSeat = z.infer<typeof EstimatedSeat>;

/** The reference's four fields first; the formulae stand in docs/money.md. */
export const Estimate = z
  .object({
    total_cost_usd: Usd,
    total_tokens: z.int(),
    node_breakdown: z.record(z.string(), z.object({ cost_usd: Usd, tokens: z.int() })),
    agent_breakdown: z.record(z.string(), Usd),
    currency: z.literal('USD'),
    /** Null where a price is unknown. */
    cost_range_usd: UsdRange.nullable(),
    token_range: Span,
    estimated_tokens: TokenCount,
    estimated_cost: z.object({ amount: Usd, currency: z.literal('USD') }),
    estimated_duration: z.object({ seconds: z.int(), formatted: z.string() }),
    breakdown: z.array(EstimatedSeat),
    warnings: z.array(EstimateWarning),
    engine: Engine,
    /** No document was given: one of usual length is assumed. */
    is_document_assumed: z.boolean(),
  })
  .meta({
    id: 'Estimate',
    example: {
      total_cost_usd: 0.0612,
      total_tokens: 4_120,
      node_breakdown: { start: { cost_usd: 0, tokens: 0 }, shop: { cost_usd: 0.0612, tokens: 4_120 } },
      agent_breakdown: { 'Shop Owner': 0.0612 },
      currency: 'USD',
      cost_range_usd: { low: 0.044, expected: 0.0612, high: 0.085 },
      token_range: { low: 3_420, expected: 4_120, high: 4_980 },
      estimated_tokens: { input: 3_370, output: 750, total: 4_120 },
      estimated_cost: { amount: 0.0612, currency: 'USD' },
      estimated_duration: { seconds: 25, formatted: '25 s' },
      breakdown: [
        {
          node_id: 'shop',
          node_name: 'Shop',
          agent_name: 'Shop Owner',
          provider: 'openai',
          model: 'gpt-4',
          calls: 1,
          estimated_tokens: { input: 3_370, output: 750, total: 4_120 },
          estimated_cost: 0.0612,
          alternatives: [
            {
              provider: 'openai',
              model: 'gpt-4o-mini',
              estimated_cost: 0.00096,
              saves_usd: 0.06024,
              override: { [EXAMPLE_IDS.shopOwner]: { provider: 'openai', model: 'gpt-4o-mini' } },
            },
          ],
        },
      ],
      warnings: [],
      engine: { kind: 'model', name: 'openai/gpt-4' },
      is_document_assumed: false,
    },
  });
export type Estimate = z.infer<typeof Estimate>;
