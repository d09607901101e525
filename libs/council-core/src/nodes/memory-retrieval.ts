import { z } from 'zod';
import { JOINING } from './join.js';
import { append, completed, nodeKind } from './node-kind.js';

/** Looks up what earlier sessions of the group left, for those that follow to read. Without a group it finds nothing. */
const MemoryRetrievalProperties = z.strictObject({
  /** What is looked for; without it, the session's objective and the beginning of its document. */
  query: z.string().min(1).max(4_000).optional(),
  max_results: z.int().min(1).max(50).default(5),
  /** Nothing older; without it, there is no limit. */
  time_range_days: z.int().min(1).max(3_650).optional(),
  /** Least cosine similarity. */
  relevance_threshold: z.number().min(0).max(1).default(0.3),
  /** Verdicts of earlier sessions as well. */
  include_verdicts: z.boolean().default(false),
  ...JOINING,
});

/** Of a document, what says what it is about. */
const QUERY_CHARACTERS = 1_000;

export const memoryRetrievalKind = nodeKind({
  kind: 'memory_retrieval',
  properties: MemoryRetrievalProperties,
  exits: { min: 0, max: 64 },
  advance: ({ state, created, own, id, properties }) => {
    // A memory that cannot be read is no reason to stop: the node says so, and the council goes on without it.
    if (own.result?.kind === 'memories') return [append(completed(id))];
    const about = `${created.objective}\n${(state.document?.content ?? '').slice(0, QUERY_CHARACTERS)}`.trim();
    return [
      {
        type: 'recall',
        key: `${id}#${own.pass}`,
        nodeId: id,
        query: {
          text: properties.query ?? about,
          groupUuid: created.group?.group_uuid ?? null,
          maxResults: properties.max_results,
          withinDays: properties.time_range_days ?? null,
          relevance: properties.relevance_threshold,
          includeVerdicts: properties.include_verdicts,
          sessionUuid: created.session_uuid ?? null,
        },
      },
    ];
  },
});
