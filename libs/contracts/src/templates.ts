import { z } from 'zod';
import { UsdRange } from './estimate.js';
import { EXAMPLE_GRAPH } from './example-graph.js';
import { GraphDefinition } from './graph.js';
import { label, Language, text, Timestamp, Uuid } from './text.js';
import { translations } from './translations.js';

export const TemplateCategory = z.enum(['code_review', 'business_plan', 'quick_decision', 'custom', 'other']);

const EXAMPLE = {
  name: 'Board debate',
  description: 'For, against, and a ruling.',
  category: 'custom',
  tags: ['board'],
  graph: EXAMPLE_GRAPH,
};

export const TemplateDraft = z
  .object({
    name: label(128),
    description: text(512)
      .nullish()
      .transform((value) => value ?? ''),
    category: TemplateCategory.default('custom'),
    tags: z.array(label(32)).max(16).default([]),
    graph: GraphDefinition,
  })
  .meta({ id: 'TemplateDraft', example: EXAMPLE });
export type TemplateDraft = z.infer<typeof TemplateDraft>;

/** How much of a council it is: by the turns that its seats take, its loops, and the people that it waits for. */
export const Complexity = z.enum(['simple', 'moderate', 'complex']);
export type Complexity = z.infer<typeof Complexity>;

export const TemplateTranslations = translations({
  name: z.string().optional(),
  description: z.string().optional(),
  /** What nodes of its graph are called, by their ids: in a Chinese session they are called so. */
  nodes: z.record(z.string(), z.string()).optional(),
  /** What nodes ask of voters and of people, by their ids: these take the place of their properties. */
  properties: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});
export type TemplateTranslations = z.infer<typeof TemplateTranslations>;

export const Template = z
  .object({
    template_uuid: Uuid,
    name: z.string(),
    description: z.string(),
    category: TemplateCategory,
    tags: z.array(z.string()),
    is_system: z.boolean(),
    /** Sessions that were started from it, and workflows that were made from it. */
    usage_count: z.int(),
    complexity: Complexity,
    /**
     * What a session on a document of usual length would cost with the models of today; null where it could not be started
     * now, or a price is unknown: `POST /workflows/estimate` says why.
     */
    estimated_cost_usd: UsdRange.nullable(),
    graph: GraphDefinition,
    translations: TemplateTranslations,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Template',
    example: {
      template_uuid: '6e0d6f3a-3c51-4b7e-9d5f-0d8f4f3b2a10',
      ...EXAMPLE,
      is_system: false,
      usage_count: 3,
      complexity: 'simple',
      estimated_cost_usd: { low: 0.011, expected: 0.016, high: 0.024 },
      translations: { zh: { name: '董事会辩论', description: '赞成、反对，再作裁决。', nodes: { ruling: '裁决' } } },
      created_at: '2026-01-01T12:00:00.000Z',
      updated_at: '2026-01-01T12:00:00.000Z',
    },
  });
export type Template = z.infer<typeof Template>;

export const TemplateQuery = z.object({
  category: TemplateCategory.optional(),
  /** `false`: only those that people have made. */
  include_system: z.stringbool().default(true),
});
export type TemplateQuery = z.infer<typeof TemplateQuery>;

/** How a workflow made from a template differs from it. The second name of a field is the older one. */
export const TemplateUse = z
  .object({
    name: label(128).optional(),
    workflow_name: label(128).optional(),
    group_uuid: Uuid.optional(),
    group_id: Uuid.optional(),
    /** `zh`: a template that came with the product brings its Chinese words, those of its nodes among them. */
    language: Language.optional(),
    /**
     * Who sits there instead. A key is a node's id, or an agent's uuid for every seat that this agent has; a vote takes a
     * list of voters.
     */
    seats: z.record(text(64).min(1), z.union([Uuid, z.array(Uuid).min(1).max(15)])).default({}),
  })
  .prefault({})
  .meta({
    id: 'TemplateUse',
    example: {
      name: 'Board debate in May',
      seats: { ruling: '91db470a-6c3e-5157-b860-bf0748146550' },
    },
  });
export type TemplateUse = z.infer<typeof TemplateUse>;
