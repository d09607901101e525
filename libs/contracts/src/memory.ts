import { z } from 'zod';
import { label, Uuid } from './text.js';

/** The reference says `group_id`; `group_uuid` is accepted too. */
export const MemoryIngest = z.object({ group_id: Uuid, content: label(1_000_000) });
export type MemoryIngest = z.infer<typeof MemoryIngest>;

export const MemoryQuery = z.object({ group_id: Uuid, query: label(10_000), limit: z.int().min(1).max(50).default(5) });
export type MemoryQuery = z.infer<typeof MemoryQuery>;

/** `Content`, `Source`, `Score` are the reference's capitalised keys. Score: cosine similarity, 1 is equal. */
export const MemoryHit = z
  .object({ Content: z.string(), Source: z.string(), Score: z.number() })
  .meta({ id: 'MemoryHit' });
export type MemoryHit = z.infer<typeof MemoryHit>;
