import { z } from 'zod';
import type { SeenFrame } from './watched-socket.js';

/** What the wire says and no contract has a schema for. */
export const EventList = z.strictObject({
  events: z.array(
    z.strictObject({
      seq: z.int(),
      event: z.string(),
      timestamp: z.iso.datetime(),
      node_id: z.string().optional(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  last_seq: z.int(),
});
export type EventList = z.infer<typeof EventList>;

/** Events of the log that no frame is made of. */
const SILENT = ['session:created', 'model_call:started', 'control:stop'];

/** Texts that are read by request, or have been streamed: they stay behind. */
const LEFT_OUT: Readonly<Record<string, string>> = { 'file:written': 'content', 'model_call:failed': 'partial_text' };

/** The frames that a log must look like on the wire. */
export function toFrames(sessionUuid: string, { events }: EventList): SeenFrame[] {
  return events
    .filter(({ event }) => !SILENT.includes(event))
    .map(({ seq, data, ...envelope }) => {
      const own = Object.fromEntries(Object.entries(data).filter(([name]) => name !== LEFT_OUT[envelope.event]));
      const { node_id } = envelope;
      return {
        ...envelope,
        data: { ...own, ...(node_id === undefined ? {} : { node_id }), session_uuid: sessionUuid, seq },
      };
    });
}

const Delta = z.strictObject({
  session_uuid: z.string(),
  node_id: z.string(),
  agent_id: z.string().nullable(),
  turn_id: z.string(),
  attempt: z.literal(1),
  offset: z.int(),
  chunk: z.string().min(1),
});

/** The text of each turn, put together from its deltas; throws where one does not join the one before. */
export function textsOf(frames: readonly SeenFrame[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { data, node_id } of frames.filter(({ event }) => event === 'token_stream')) {
    const { turn_id, offset, chunk, ...delta } = Delta.parse(data);
    const before = texts.get(turn_id) ?? '';
    if (offset !== before.length || delta.node_id !== node_id) {
      throw new Error(`a delta of ${turn_id} begins at ${offset}, and ${before.length} units came before it`);
    }
    texts.set(turn_id, before + chunk);
  }
  return texts;
}
