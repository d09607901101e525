import type { EventOf, LogEvent } from '@council/contracts';
import { DOCUMENT_PATH } from '../files/file-rules.js';
import { versionsOf, withVersion } from '../files/session-files.js';
import { nextAllotments } from '../budget/allotments.js';
import { foldBill } from './fold-bill.js';
import { foldReview } from './fold-review.js';
import { foldNode } from './fold-node.js';
import { foldRun, keepTime, withoutWait } from './fold-run.js';
import { foldTurn } from './fold-turn.js';
import { EMPTY_STATE, type SessionState } from './state.js';

/** Reads a log (or more of it) into a state. Pure and total: folding in any split gives the same state. */
export function fold(events: readonly LogEvent[], from: SessionState = EMPTY_STATE): SessionState {
  return events.reduce(next, from);
}

function next(state: SessionState, event: LogEvent): SessionState {
  const { timestamp } = event;
  const workedAt = NO_WORK.has(event.event) ? state.workedAt : timestamp;
  return { ...apply(state, event), lastAt: timestamp, workedAt };
}

/** What may happen to a session that only waits. */
const NO_WORK: ReadonlySet<LogEvent['event']> = new Set([
  'budget:returned',
  'review:reminder',
  'session:taken_over',
  'signal:received',
  'user:message',
]);

/** What an event means stands in one file for each subject; what several have in common stands here. */
function apply(before: SessionState, event: LogEvent): SessionState {
  const state: SessionState = { ...before, lastSeq: event.seq };
  switch (event.event) {
    case 'session:created':
      return { ...state, created: event.data, status: 'pending' };
    case 'file:written':
      return withFile(state, event.data);
    case 'document:moved':
      return withDocument(state, event.data);
    case 'token_usage':
    case 'model_call:failed':
      return foldBill(state, event);
    case 'budget:allotted':
      return withoutWait({ ...state, allotments: nextAllotments(state.allotments, event) }, event);
    case 'budget:returned':
      return { ...state, allotments: nextAllotments(state.allotments, event) };
    case 'user:message':
      return { ...state, userMessages: [...state.userMessages, event.data] };
    case 'node:parallel_start':
    case 'node_resumed':
    case 'signal:received':
    case 'report:ready':
      return state;
    case 'node_state_change':
      return keepTime(foldNode(state, event), event.timestamp);
    case 'sequence:progress':
    case 'join:settled':
    case 'vote:tallied':
    case 'route:taken':
    case 'loop:decided':
    case 'loop:round_opened':
    case 'node:retried':
    case 'fact_check:completed':
    case 'memory:recalled':
    case 'context:synthesised':
    case 'verdict:recorded':
      return foldNode(state, event);
    case 'human_interaction_required':
    case 'review:reminder':
    case 'review:expired':
    case 'review:decided':
      return foldReview(state, event);
    case 'model_call:started':
    case 'tool_calls:requested':
    case 'tool_execution':
    case 'answer:rejected':
    case 'seat:replaced':
    case 'turn:retried':
    case 'message:completed':
    case 'claims:extracted':
    case 'ballot:cast':
    case 'error':
      return foldTurn(state, event);
    default:
      return foldRun(state, event);
  }
}

/** A proposal stays beside the document until somebody takes it (`document:moved`). */
function withFile(state: SessionState, written: EventOf<'file:written'>['data']): SessionState {
  const { path, version, content, is_proposed } = written;
  const files = withVersion(state.files, written);
  return is_proposed === true || path !== DOCUMENT_PATH
    ? { ...state, files }
    : { ...state, files, document: { path, version, content } };
}

function withDocument(state: SessionState, { path, version }: EventOf<'document:moved'>['data']): SessionState {
  const written = versionsOf(state.files, path).find((candidate) => candidate.version === version);
  return written === undefined ? state : { ...state, document: { path, version, content: written.content } };
}
