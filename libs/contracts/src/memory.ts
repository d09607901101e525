import { z } from 'zod';
import { EXAMPLE_IDS } from './example-ids.js';
import { label, Uuid } from './text.js';

/** The reference says `group_id`; `group_uuid` is the same thing. One of them is needed. */
const GROUP = { group_id: Uuid.optional(), group_uuid: Uuid.optional() };

function oneGroup<Rest extends object>(
  body: Rest & { group_id?: string; group_uuid?: string },
  context: z.RefinementCtx,
): Omit<Rest, 'group_id' | 'group_uuid'> & { group_uuid: string } {
  const { group_id, group_uuid = group_id, ...rest } = body;
  if (group_uuid !== undefined && (group_id ?? group_uuid) === group_uuid) return { ...rest, group_uuid };
  const message = group_uuid === undefined ? 'is required' : 'and group_uuid name different groups';
  context.addIssue({ code: 'custom', path: ['group_id'], message });
  return z.NEVER;
}

const REMEMBERED = 'In November we decided on an emergency line for tills that stand still on Saturdays.';

/**
 * The content is embedded before the answer: more of it than this belongs into a session's document. `session_id`: the
 * session of this group that it came out of.
 */
export const MemoryIngest = z
  .object({ ...GROUP, content: label(100_000), session_id: Uuid.optional() })
  .transform(oneGroup)
  .meta({
    id: 'MemoryIngest',
    example: {
      group_uuid: EXAMPLE_IDS.group,
      content: REMEMBERED,
      session_id: EXAMPLE_IDS.session,
    },
  });
export type MemoryIngest = z.infer<typeof MemoryIngest>;

/**
 * Pieces of the content: `known` to the group already, `cached` (their vectors were at hand), `embedded` (a model was
 * asked).
 */
export const MemoryIngested = z
  .object({
    status: z.literal('ingested'),
    pieces: z.object({ known: z.int(), cached: z.int(), embedded: z.int() }),
  })
  .meta({
    id: 'MemoryIngested',
    example: { status: 'ingested', pieces: { known: 0, cached: 0, embedded: 1 } },
  });
export type MemoryIngested = z.infer<typeof MemoryIngested>;

export const MemoryQuery = z
  .object({ ...GROUP, query: label(10_000), limit: z.int().min(1).max(50).default(5) })
  .transform(oneGroup)
  .meta({
    id: 'MemoryQuery',
    example: { group_uuid: EXAMPLE_IDS.group, query: 'Who answers the telephone on Saturdays?', limit: 3 },
  });
export type MemoryQuery = z.infer<typeof MemoryQuery>;

const HIT = { Content: REMEMBERED, Source: 'memory', Score: 0.83 };

/** `Content`, `Source`, `Score` are the reference's capitalised keys. Score: cosine similarity, 1 is equal. */
export const MemoryHit = z
  .object({ Content: z.string(), Source: z.string(), Score: z.number() })
  .meta({ id: 'MemoryHit', example: HIT });
export type MemoryHit = z.infer<typeof MemoryHit>;

export const MemoryResults = z
  .object({ results: z.array(MemoryHit) })
  .meta({ id: 'MemoryResults', example: { results: [HIT] } });
export type MemoryResults = z.infer<typeof MemoryResults>;

/** Something that an earlier session of the group left, for a council to read. */
export const RecalledItem = z.object({
  kind: z.enum(['memory', 'verdict']),
  title: z.string(),
  content: z.string(),
  /** Cosine similarity; null where nothing was compared. */
  similarity: z.number().nullable(),
  /** RFC 3339. */
  created_at: z.string(),
});
export type RecalledItem = z.infer<typeof RecalledItem>;
