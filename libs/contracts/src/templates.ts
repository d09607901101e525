import { z } from 'zod';
import { GraphDefinition } from './graph.js';
import { label, text, Timestamp, Uuid } from './text.js';

export const TemplateCategory = z.enum(['code_review', 'business_plan', 'quick_decision', 'custom', 'other']);

export const TemplateDraft = z.object({
  name: label(128),
  description: text(512)
    .nullish()
    .transform((value) => value ?? ''),
  category: TemplateCategory.default('custom'),
  graph: GraphDefinition,
});
export type TemplateDraft = z.infer<typeof TemplateDraft>;

export const Template = z
  .object({
    template_uuid: Uuid,
    name: z.string(),
    description: z.string(),
    category: TemplateCategory,
    is_system: z.boolean(),
    graph: GraphDefinition,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: 'Template' });
export type Template = z.infer<typeof Template>;
