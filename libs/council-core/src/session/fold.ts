import type { EventOf, LogEvent } from '@council/contracts';
import { DOCUMENT_PATH } from '../files/file-rules.js';
import { versionsOf, withVersion } from '../files/session-files.js';
import { nextSteps } from './turn-steps.js';
import { addUsage, NO_USAGE, usageIn } from '../ledger/spend-of.js';
import { EMPTY_STATE, type NodeState, nodeState, type OpenCall, type SessionState } from './state.js';

/** Reads a log (or more of it) into a state. Pure and total: folding in any split gives the same state. */
export function fold(events: readonly LogEvent[], from: SessionState = EMPTY_STATE): SessionState {
  return events.reduce(apply, from);
}

function apply(before: SessionState, event: LogEvent): SessionState {
  const state: SessionState = { ...before, lastSeq: event.seq };
  const nodeId = event.node_id ?? '';
  switch (event.event) {
    case 'session:created':
      return { ...state, created: event.data, status: 'pending' };
    case 'session:forked':
      return { ...state, usage: NO_USAGE };
    case 'execution:started':
      return {
        ...state,
        status: 'running',
        run: event.data.run,
        startedAt: state.startedAt ?? event.timestamp,
        endedAt: null,
        outcome: null,
      };
    case 'node_state_change':
      return withNode(state, nodeId, {
        status: event.data.status,
        error: event.data.error ?? nodeState(state, nodeId).error,
      });
    case 'join:settled':
      return { ...state, joins: { ...state.joins, [nodeId]: event.data } };
    case 'file:written':
      return withFile(state, event.data);
    case 'document:moved':
      return withDocument(state, event.data);
    case 'model_call:started':
      return withNode({ ...state, openCalls: [...state.openCalls, openCall(nodeId, event.data)] }, nodeId, {
        attempts: Math.max(nodeState(state, nodeId).attempts, event.data.attempt),
      });
    case 'tool_calls:requested':
    case 'tool_execution':
    case 'answer:rejected':
      return withNode(state, nodeId, { steps: nextSteps(nodeState(state, nodeId).steps, event) });
    case 'seat:replaced':
      return withNode(state, nodeId, { sitter: event.data.fallback, steps: [] });
    case 'message:completed':
      return withNode(state, nodeId, { turn: turnOf(event.data, event.seq), steps: [] });
    case 'error':
      return event.node_id === undefined
        ? state
        : withNode(state, nodeId, { error: { code: event.data.code, message: event.data.error } });
    case 'token_usage':
    case 'model_call:failed':
      return withoutOpen({ ...state, usage: withUsage(state.usage, event) }, event.data);
    case 'ballot:cast': {
      const { choice, reason, problem } = event.data;
      return withNode(state, nodeId, { ballot: { choice, reason, problem } });
    }
    case 'verdict:recorded':
      return { ...state, verdict: event.data };
    case 'execution:paused':
      return { ...state, status: 'paused' };
    case 'execution:resumed':
      return { ...state, status: 'running' };
    case 'control:stop':
      return { ...state, isStopRequested: true };
    case 'execution:error':
      return { ...state, error: { code: event.data.code, message: event.data.error, node_id: event.node_id ?? null } };
    case 'execution:completed':
      return { ...state, status: event.data.status, outcome: event.data.outcome, endedAt: event.timestamp };
    case 'node:parallel_start':
    case 'report:ready':
      return state;
  }
}

function withNode(state: SessionState, nodeId: string, change: Partial<NodeState>): SessionState {
  return { ...state, nodes: { ...state.nodes, [nodeId]: { ...nodeState(state, nodeId), ...change } } };
}

const openCall = (nodeId: string, data: EventOf<'model_call:started'>['data']): OpenCall => ({
  nodeId,
  turnId: data.turn_id,
  attempt: data.attempt,
  reserved: data.reserved ?? null,
});

/** A bill without an attempt is of an older log: it closes its turn. */
function withoutOpen(
  state: SessionState,
  ended: { readonly turn_id: string; readonly attempt?: number },
): SessionState {
  const isEnded = (call: OpenCall): boolean =>
    call.turnId === ended.turn_id && (ended.attempt ?? call.attempt) === call.attempt;
  return { ...state, openCalls: state.openCalls.filter((call) => !isEnded(call)) };
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

function turnOf(data: EventOf<'message:completed'>['data'], seq: number): NodeState['turn'] {
  const { turn_id, agent_id, agent_name, provider, model, content, references } = data;
  return { turnId: turn_id, agentId: agent_id, agentName: agent_name, provider, model, content, references, seq };
}

function withUsage(usage: SessionState['usage'], event: LogEvent): SessionState['usage'] {
  const more = usageIn(event);
  return more === null ? usage : addUsage(usage, more);
}
