import { z } from 'zod';
import { EXAMPLE_MESSAGE, EXAMPLE_TURN } from './example-session.js';
import { Timestamp } from './text.js';

/** A part of a log. What `data` holds follows from `event`. */
export const EventPage = z
  .object({
    events: z.array(
      z.object({
        event: z.string(),
        node_id: z.string().optional(),
        data: z.record(z.string(), z.unknown()),
        seq: z.int(),
        timestamp: Timestamp,
      }),
    ),
    /** Of the whole log. */
    last_seq: z.int(),
  })
  .meta({
    id: 'EventPage',
    example: {
      events: [
        {
          event: 'message:completed',
          node_id: EXAMPLE_MESSAGE.node_id,
          data: {
            agent_id: EXAMPLE_MESSAGE.agent_uuid,
            agent_name: EXAMPLE_MESSAGE.agent_name,
            turn_id: 'agent_affirmative#2',
            attempt: 1,
            provider: 'dashscope',
            model: 'qwen-max',
            latency_ms: 8_210,
            ...EXAMPLE_TURN,
          },
          seq: EXAMPLE_MESSAGE.seq,
          timestamp: EXAMPLE_MESSAGE.created_at,
        },
      ],
      last_seq: 84,
    },
  });
