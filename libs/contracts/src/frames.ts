import { z } from 'zod';
import type { LogEvent } from './events.js';
import { UserInput } from './interventions.js';
import { ExecuteRequest } from './sessions.js';
import { Uuid } from './text.js';

/** What a socket or an SSE stream carries: these four fields and no others. */
export interface Frame {
  readonly event: string;
  readonly timestamp: string;
  readonly node_id?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A piece of text on its way to a screen. `offset` counts UTF-16 units from the turn's begin. Never in the log. */
export interface TokenDelta {
  readonly session_uuid: string;
  readonly node_id: string;
  readonly agent_id: string | null;
  readonly turn_id: string;
  readonly attempt: number;
  readonly offset: number;
  readonly chunk: string;
  readonly is_thinking?: boolean;
}

/** Kept in the log, never sent as they are: too large, or of no use to a screen. */
const SILENT = new Set<LogEvent['event']>([
  'session:created',
  'session:taken_over',
  'model_call:started',
  'control:stop',
  'budget:allotted',
  'budget:returned',
]);

/** Texts that stay behind: those of files are read by request, that of a cut turn has been streamed. */
function withoutTexts(event: LogEvent): object {
  if (event.event === 'file:written') return { ...event.data, content: undefined };
  if (event.event === 'tool_calls:requested') {
    return { ...event.data, calls: event.data.calls.map(({ id, name }) => ({ id, name })) };
  }
  if (event.event === 'model_call:failed') return { ...event.data, partial_text: undefined };
  return event.data;
}

/** A durable event's frame, or null where it has none. */
export function toFrame(sessionUuid: string, event: LogEvent): Frame | null {
  if (SILENT.has(event.event)) return null;
  return {
    event: event.event,
    timestamp: event.timestamp,
    ...(event.node_id === undefined ? {} : { node_id: event.node_id }),
    data: {
      ...withoutTexts(event),
      ...(event.node_id === undefined ? {} : { node_id: event.node_id }),
      session_uuid: sessionUuid,
      seq: event.seq,
    },
  };
}

export function deltaFrame(delta: TokenDelta, timestamp: string): Frame {
  return { event: 'token_stream', timestamp, node_id: delta.node_id, data: { ...delta } };
}

/** The reference's clients say `session_id`. */
const SessionAddress = z
  .object({ session_uuid: Uuid.optional(), session_id: Uuid.optional() })
  .transform((value) => value.session_uuid ?? value.session_id)
  .pipe(Uuid);

export const Command = z.discriminatedUnion('cmd', [
  z.object({ cmd: z.literal('subscribe'), session_uuid: Uuid, since: z.int().min(0).optional() }),
  z.object({ cmd: z.literal('unsubscribe'), session_uuid: Uuid }),
  z.object({ cmd: z.literal('ping') }),
  z.object({ cmd: z.literal('start_session'), data: ExecuteRequest }),
  z.object({ cmd: z.literal('pause_session'), data: SessionAddress }),
  z.object({ cmd: z.literal('resume_session'), data: SessionAddress }),
  z.object({ cmd: z.literal('user_input'), data: UserInput }),
]);
export type Command = z.infer<typeof Command>;
