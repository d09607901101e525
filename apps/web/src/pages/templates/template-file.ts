import { TemplateDraft } from '@council/contracts';
import { z } from 'zod';
import type { Schemas } from '@/api/client';
import { withoutKeys } from '@/library/without-keys';

const OF_SERVER = ['template_uuid', 'is_system', 'usage_count', 'complexity', 'estimated_cost_usd', 'translations'];

/** A template as a file. A field that it does not know is refused: what is mistyped would be lost in silence. */
export const TemplateFileDraft = z.preprocess(
  withoutKeys(...OF_SERVER, 'created_at', 'updated_at'),
  TemplateDraft.strict(),
);

/** The part of a template that is a person's to write. */
export function draftOf(template: Schemas['Template']): Schemas['TemplateDraft'] {
  const { name, description, category, tags, graph } = template;
  return { name, description, category, tags, graph };
}
