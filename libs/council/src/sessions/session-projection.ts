import type {
  EventOf,
  ModelName,
  ReviewDecided,
  ReviewRequested,
  NewEvent,
  NodeStatus,
  RoundScore,
  SessionError,
  SessionStatus,
  SessionView,
  Usage,
  Verdict,
} from '@council/contracts';
import { addUsage, NO_USAGE, usageIn } from '@council/council-core';
import type { AuditEntry } from './audit/project-audit.js';
import type { AllotmentChange } from './budgets/project-allotments.js';

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
  readonly reviews: readonly ReviewChange[];
  /** Of the loop that opened a round last; null: none did. */
  readonly round: number | null;
  readonly scores: readonly (Omit<RoundScore, 'seq'> & { readonly at: number })[];
  /** A lock that fell, `false` for one that was opened; null: neither. */
  readonly lock: { readonly at: number; readonly trip: EventOf<'circuit_breaker:tripped'>['data'] } | false | null;
  readonly allotments: readonly AllotmentChange[];
  readonly audit: readonly AuditEntry[];
}

/** What happens to what people are asked. `at`: the event's place in the batch. */
export type ReviewChange =
  | { readonly kind: 'asked'; readonly at: number; readonly node_id: string; readonly request: ReviewRequested }
  | {
      readonly kind: 'decided';
      readonly at: number;
      readonly decision: ReviewDecided;
      /** The session, which was paused because nobody decided, goes on with it. */
      readonly resumes: boolean;
    }
  | { readonly kind: 'expired'; readonly review_uuid: string }
  /** Nobody waits for an answer any more: of one node, or of the session. */
  | { readonly kind: 'withdrawn'; readonly node_id: string | null };

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
  reviews: [],
  round: null,
  scores: [],
  lock: null,
  allotments: [],
  audit: [],
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
      return { ...patch, status: 'running', outcome: null, error: null, isStarting: true, isEnding: false };
    case 'execution:paused':
      return { ...patch, status: 'paused' };
    case 'execution:resumed':
      return { ...patch, status: 'running' };
    case 'execution:completed':
      return withReview(
        { ...patch, status: event.data.status, outcome: event.data.outcome, isEnding: true },
        { kind: 'withdrawn', node_id: null },
      );
    case 'execution:error':
      return { ...patch, error: { code: event.data.code, message: event.data.error, node_id: event.node_id ?? null } };
    case 'node_state_change':
      return withStatus(patch, event.node_id ?? '', event.data.status);
    case 'loop:round_opened':
      return {
        ...patch,
        round: event.data.round,
        nodeStatuses: { ...patch.nodeStatuses, ...pendingAll(event.data.nodes) },
      };
    case 'node:retried':
      return { ...patch, nodeStatuses: { ...patch.nodeStatuses, ...pendingAll(event.data.nodes) } };
    case 'loop:decided':
      return { ...patch, scores: [...patch.scores, { ...event.data, node_id: event.node_id ?? '', at }] };
    case 'human_interaction_required':
      return withReview(patch, { kind: 'asked', at, node_id: event.node_id ?? '', request: event.data });
    case 'review:decided':
      return withReview(patch, {
        kind: 'decided',
        at,
        decision: event.data,
        resumes: batch.some((other) => other.event === 'execution:resumed'),
      });
    case 'review:expired':
      return withReview(patch, { kind: 'expired', review_uuid: event.data.review_uuid });
    case 'control:stop':
    case 'control:finish':
      return withReview(patch, { kind: 'withdrawn', node_id: null });
    case 'circuit_breaker:tripped':
      return withAudit({ ...patch, status: 'paused', lock: { at, trip: event.data } }, { who: 'system', event });
    case 'session:unlocked':
      return withAudit({ ...patch, lock: false }, { who: event.data.by, event });
    case 'budget:allotted':
      return { ...patch, allotments: [...patch.allotments, { kind: 'allotted', ...event.data }] };
    case 'budget:returned':
      return { ...patch, allotments: [...patch.allotments, { kind: 'returned', ...event.data }] };
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
    case 'error':
    case 'vote:tallied':
    case 'route:taken':
    case 'sequence:progress':
    case 'review:reminder':
    case 'node_resumed':
    case 'claims:extracted':
    case 'fact_check:completed':
    case 'memory:recalled':
    case 'context:synthesised':
    case 'session:taken_over':
    case 'budget:reached':
    case 'user:message':
    case 'signal:received':
    case 'turn:retried':
      return patch;
  }
}

function withStatus(patch: SessionPatch, nodeId: string, status: NodeStatus): SessionPatch {
  const changed = { ...patch, nodeStatuses: { ...patch.nodeStatuses, [nodeId]: status } };
  // A node that was waiting for a person and is not any more, and not because of a decision.
  return status === 'skipped' || status === 'failed'
    ? withReview(changed, { kind: 'withdrawn', node_id: nodeId })
    : changed;
}

const withReview = (patch: SessionPatch, change: ReviewChange): SessionPatch => ({
  ...patch,
  reviews: [...patch.reviews, change],
});

const withAudit = (patch: SessionPatch, entry: AuditEntry): SessionPatch => ({
  ...patch,
  audit: [...patch.audit, entry],
});

const pendingAll = (nodes: readonly string[]): SessionPatch['nodeStatuses'] =>
  Object.fromEntries(nodes.map((id) => [id, 'pending' as const]));

/** The bill of the attempt that was the answer. Older logs name the turn alone. */
function tokensOf({ turn_id, attempt }: EventOf<'message:completed'>['data'], batch: readonly NewEvent[]): number {
  const usage = batch.find(
    (event) =>
      event.event === 'token_usage' && event.data.turn_id === turn_id && (event.data.attempt ?? attempt) === attempt,
  );
  return usage?.event === 'token_usage' ? usage.data.output_tokens : 0;
}
