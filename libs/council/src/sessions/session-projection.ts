import type {
  EventOf,
  ModelName,
  NewEvent,
  SessionError,
  SessionStatus,
  SessionView,
  Usage,
  Verdict,
} from '@council/contracts';
import { addUsage, NO_USAGE, usageIn } from '@council/council-core';

/** What a batch of events changes in the session's row. Null leaves a column as it is. */
export interface SessionPatch {
  readonly status: SessionStatus | null;
  readonly nodeStatuses: SessionView['node_statuses'];
  readonly verdict: Verdict | null;
  readonly outcome: SessionView['outcome'];
  readonly error: SessionError | null;
  /** Whose model speaks in a seat from now on. */
  readonly seatsUsed: Readonly<Record<string, ModelName>>;
  readonly isStarting: boolean;
  readonly isEnding: boolean;
  /** What was used before was copied, and is not this session's. */
  readonly isBillNew: boolean;
  /** What the batch adds. A cost of null: a price is unknown, and so is the sum from now on. */
  readonly usage: Usage;
  readonly messages: readonly {
    readonly at: number;
    readonly node_id: string;
    readonly tokens: number;
    readonly data: EventOf<'message:completed'>['data'];
  }[];
  readonly files: readonly { readonly at: number; readonly data: EventOf<'file:written'>['data'] }[];
}

const NOTHING: SessionPatch = {
  status: null,
  nodeStatuses: {},
  verdict: null,
  outcome: null,
  error: null,
  seatsUsed: {},
  isStarting: false,
  isEnding: false,
  isBillNew: false,
  usage: NO_USAGE,
  messages: [],
  files: [],
};

/** The projection of the log that the reference's tables are. `at` is the event's place in the batch, from 1. */
export function project(events: readonly NewEvent[]): SessionPatch {
  return events.reduce((patch, event, index) => apply(patch, event, index + 1, events), NOTHING);
}

function apply(patch: SessionPatch, event: NewEvent, at: number, batch: readonly NewEvent[]): SessionPatch {
  switch (event.event) {
    case 'session:forked':
      return { ...patch, isBillNew: true, usage: NO_USAGE };
    case 'execution:started':
      return { ...patch, status: 'running', outcome: null, isStarting: true, isEnding: false };
    case 'execution:paused':
      return { ...patch, status: 'paused' };
    case 'execution:resumed':
      return { ...patch, status: 'running' };
    case 'execution:completed':
      return { ...patch, status: event.data.status, outcome: event.data.outcome, isEnding: true };
    case 'execution:error':
      return { ...patch, error: { code: event.data.code, message: event.data.error, node_id: event.node_id ?? null } };
    case 'node_state_change':
      return { ...patch, nodeStatuses: { ...patch.nodeStatuses, [event.node_id ?? '']: event.data.status } };
    case 'verdict:recorded':
      return { ...patch, verdict: event.data };
    case 'token_usage':
    case 'model_call:failed': {
      const more = usageIn(event);
      return more === null ? patch : { ...patch, usage: addUsage(patch.usage, more) };
    }
    case 'message:completed':
      return {
        ...patch,
        messages: [
          ...patch.messages,
          { at, node_id: event.node_id ?? '', tokens: tokensOf(event.data, batch), data: event.data },
        ],
      };
    case 'seat:replaced': {
      const { provider, model } = event.data.to;
      return { ...patch, seatsUsed: { ...patch.seatsUsed, [event.node_id ?? '']: { provider, model } } };
    }
    case 'file:written':
      return { ...patch, files: [...patch.files, { at, data: event.data }] };
    case 'session:created':
    case 'document:moved':
    case 'tool_calls:requested':
    case 'tool_execution':
    case 'answer:rejected':
    case 'ballot:cast':
    case 'node:parallel_start':
    case 'join:settled':
    case 'model_call:started':
    case 'report:ready':
    case 'control:stop':
    case 'error':
      return patch;
  }
}

/** The bill of the attempt that was the answer. Older logs name the turn alone. */
function tokensOf({ turn_id, attempt }: EventOf<'message:completed'>['data'], batch: readonly NewEvent[]): number {
  const usage = batch.find(
    (event) =>
      event.event === 'token_usage' && event.data.turn_id === turn_id && (event.data.attempt ?? attempt) === attempt,
  );
  return usage?.event === 'token_usage' ? usage.data.output_tokens : 0;
}
