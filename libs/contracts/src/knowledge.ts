import { z } from 'zod';
import { EXAMPLE_IDS } from './example-ids.js';
import { text, Timestamp } from './text.js';

/** What is kept for good is `long-term`; nothing is kept for a day (`working`) or apart (`sandboxed`). */
export const MemoryLayer = z.enum(['sandboxed', 'working', 'long-term']);
export type MemoryLayer = z.infer<typeof MemoryLayer>;

export const KnowledgeItem = z.object({
  knowledge_uuid: z.string(),
  /** Its first line, without marks. */
  title: z.string(),
  /** Its beginning. */
  summary: z.string(),
  content: z.string(),
  memory_layer: MemoryLayer,
  /** How near it is to what is asked, from 0 to 5. */
  relevance_score: z.int(),
  created_at: Timestamp,
});
export type KnowledgeItem = z.infer<typeof KnowledgeItem>;

/** The nearest first. */
export const KnowledgePage = z
  .object({ items: z.array(KnowledgeItem), total: z.int(), limit: z.int(), offset: z.int() })
  .meta({
    id: 'KnowledgePage',
    example: {
      items: [
        {
          knowledge_uuid: EXAMPLE_IDS.review,
          title: 'Emergency line',
          summary: 'In November we decided on an emergency line for tills that stand still on Saturdays.',
          content:
            '# Emergency line\n\nIn November we decided on an emergency line for tills that stand still on Saturdays.',
          memory_layer: 'long-term',
          relevance_score: 4,
          created_at: '2026-11-23T16:24:00.000Z',
        },
      ],
      total: 1,
      limit: 50,
      offset: 0,
    },
  });
export type KnowledgePage = z.infer<typeof KnowledgePage>;

/** `hot` and `cold` are older names of `working` and `long-term`. */
export const KnowledgeQuery = z.object({
  layer: z
    .enum(['all', 'hot', 'cold', ...MemoryLayer.options])
    .default('all')
    .transform((layer): MemoryLayer | 'all' => (layer === 'hot' ? 'working' : layer === 'cold' ? 'long-term' : layer)),
  q: text(10_000).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});
export type KnowledgeQuery = z.infer<typeof KnowledgeQuery>;
