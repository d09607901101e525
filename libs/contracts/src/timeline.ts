import { z } from 'zod';
import { EXAMPLE_TURN } from './example-session.js';
import { Timestamp } from './text.js';

export const TimelineKind = z.enum([
  'created',
  'forked',
  'started',
  'stage',
  'turn',
  'ballot',
  'vote',
  'fact_check',
  'memories',
  'verdict',
  'round',
  'seat_replaced',
  'turn_failed',
  'node_skipped',
  'retried',
  'review_requested',
  'review_expired',
  'review_decided',
  'user_message',
  'file_written',
  'document_moved',
  'report',
  'paused',
  'resumed',
  'stopped',
  'finish_requested',
  'budget_reached',
  'locked',
  'unlocked',
  'failed',
  'ended',
]);
export type TimelineKind = z.infer<typeof TimelineKind>;

/** One thing that happened. No sentences: `kind` and `data` say it, and whoever shows it words it. */
export const TimelineEntry = z.object({
  /** The event that it was read from. */
  seq: z.int(),
  at: Timestamp,
  kind: TimelineKind,
  node_id: z.string().nullable(),
  /** Of the innermost loop around the node; null outside of loops. */
  round: z.int().nullable(),
  /** A name: of the seat, the node, the file, the session. */
  title: z.string(),
  /** What was said, at most 280 characters, or why it happened. Null: the kind says all. */
  detail: z.string().nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  /** Of turns: from their first call to their end, with retries and tools. Of the end: of the whole run. */
  duration_ms: z.int().nullable(),
  /** All attempts of the turn, in and out. */
  tokens: z.int().nullable(),
  /** USD; null also where a price is not known. */
  cost_usd: z.number().nullable(),
  /** Copied from the session that this one was forked from, and paid for there. `at` is when it was copied. */
  is_inherited: z.boolean(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const SessionTimeline = z.object({ items: z.array(TimelineEntry) }).meta({
  id: 'SessionTimeline',
  example: {
    items: [
      {
        seq: 16,
        at: '2026-11-24T10:00:09.120Z',
        kind: 'turn',
        node_id: 'agent_affirmative',
        round: 1,
        title: 'Value Defender',
        detail: EXAMPLE_TURN.content,
        data: { provider: 'dashscope', model: 'qwen-max', attempts: 1, tool_calls: 0, references: 1 },
        duration_ms: 8_210,
        tokens: 4_410,
        cost_usd: 0.0104,
        is_inherited: false,
      },
    ],
  },
});
export type SessionTimeline = z.infer<typeof SessionTimeline>;
