import type { EventOf, LogEvent } from '@council/contracts';
import { usedTokens } from '../breakers/used-tokens.js';
import { NO_USAGE } from '../ledger/spend-of.js';
import { isTerminal, type SessionState } from './state.js';

type RunEvent = Extract<
  LogEvent,
  {
    event:
      | 'session:forked'
      | 'execution:started'
      | 'execution:paused'
      | 'execution:resumed'
      | 'session:taken_over'
      | 'execution:error'
      | 'execution:completed'
      | 'control:stop'
      | 'control:finish'
      | 'budget:reached'
      | 'circuit_breaker:tripped'
      | 'session:unlocked';
  }
>;

/** What happens to the session as a whole. */
export function foldRun(state: SessionState, event: RunEvent): SessionState {
  switch (event.event) {
    case 'session:forked':
      return forked(state, event.timestamp);
    case 'execution:started':
      return keepTime(started(state, event), event.timestamp);
    case 'execution:paused':
      return resting({ ...state, status: 'paused' }, mayWait(state) ? (state.workedAt ?? '') : event.timestamp);
    case 'execution:resumed':
      return keepTime({ ...state, status: 'running' }, event.timestamp);
    case 'session:taken_over':
      return keepTime(resting(state, state.lastAt ?? ''), event.timestamp);
    case 'control:stop':
      return { ...state, isStopRequested: true };
    case 'control:finish':
      return { ...state, ending: state.ending ?? event.data.reason };
    case 'budget:reached':
      return { ...state, ending: state.ending ?? 'budget' };
    case 'circuit_breaker:tripped':
      return resting({ ...state, status: 'paused', lock: { ...event.data, at: event.timestamp } }, event.timestamp);
    case 'session:unlocked':
      return unlocked(state);
    case 'execution:error':
      return { ...state, error: { code: event.data.code, message: event.data.error, node_id: event.node_id ?? null } };
    case 'execution:completed':
      return resting(
        { ...state, status: event.data.status, outcome: event.data.outcome, endedAt: event.timestamp },
        event.timestamp,
      );
  }
}

function started(state: SessionState, event: Extract<RunEvent, { event: 'execution:started' }>): SessionState {
  return {
    ...state,
    status: 'running',
    run: event.data.run,
    startedAt: state.startedAt ?? event.timestamp,
    endedAt: null,
    outcome: null,
    error: null,
    ending: null,
    isStopRequested: false,
  };
}

/** What was copied is not this session's: its bill begins here, and its breakers measure from here. */
function forked(state: SessionState, at: string): SessionState {
  const isWorking = state.active.since !== null;
  return { ...unlocked({ ...state, usage: NO_USAGE, overstated: 0 }), active: { ms: 0, since: isWorking ? at : null } };
}

/** Breakers measure anew from here: they would trip again at once. */
function unlocked(state: SessionState): SessionState {
  const { nodes, lastSeq } = state;
  const tokens = usedTokens(state);
  const passes = Object.fromEntries(Object.entries(nodes).map(([id, { pass }]) => [id, pass]));
  return {
    ...state,
    lock: null,
    unlocked: { tokens, passes, seq: lastSeq },
    active: { ms: 0, since: null },
  };
}

/** Waiting for people is no work: the clock stands while nothing runs and somebody is asked. */
export function keepTime(state: SessionState, at: string): SessionState {
  if (state.status !== 'running') return state;
  const statuses = Object.values(state.nodes).map(({ status }) => status);
  const isWaiting = statuses.includes('suspended') && !statuses.includes('running');
  return isWaiting ? resting(state, at) : working(state, at);
}

/** Waiting for the group's month is no work either. */
export function withoutWait(
  state: SessionState,
  { data, timestamp }: EventOf<'budget:allotted'> & { readonly timestamp: string },
): SessionState {
  return data.is_awaited === true ? keepTime(resting(state, state.workedAt ?? ''), timestamp) : state;
}

/** With a budget of the group and nothing in flight, a session waits for money, if for anything. */
const mayWait = ({ created, openCalls }: SessionState): boolean =>
  created?.group?.has_budget === true && openCalls.length === 0;

const working = (state: SessionState, at: string): SessionState =>
  state.active.since === null ? { ...state, active: { ms: state.active.ms, since: at } } : state;

function resting(state: SessionState, at: string): SessionState {
  const { ms, since } = state.active;
  if (since === null) return state;
  const worked = Math.max(0, Date.parse(at) - Date.parse(since)) || 0;
  return { ...state, active: { ms: isTerminal(state.status) ? 0 : ms + worked, since: null } };
}
