import type { LogEvent } from '@council/contracts';
import { DOCUMENT_PATH } from '../files/file-rules.js';
import { versionsOf } from '../files/session-files.js';
import { planOf } from '../graph/graph-plan.js';
import {
  FIRST_ROUND,
  type LoopState,
  type NodeResult,
  type NodeState,
  nodeState,
  type PastTurn,
  seatIdOf,
  type SessionState,
  UNTOUCHED,
} from './state.js';

type NodeEvent = Extract<
  LogEvent,
  {
    event:
      | 'node_state_change'
      | 'sequence:progress'
      | 'join:settled'
      | 'vote:tallied'
      | 'route:taken'
      | 'loop:decided'
      | 'loop:round_opened'
      | 'node:retried'
      | 'fact_check:completed'
      | 'memory:recalled'
      | 'context:synthesised'
      | 'verdict:recorded';
  }
>;

/** What happens to nodes as a whole: their statuses, their results, their rounds. */
export function foldNode(state: SessionState, event: NodeEvent): SessionState {
  const id = event.node_id ?? '';
  const result = (value: NodeResult): SessionState => withNode(state, id, { result: value });
  switch (event.event) {
    case 'node_state_change':
      return withStatus(state, id, event.data);
    case 'join:settled':
      return { ...state, joins: { ...state.joins, [id]: event.data } };
    case 'sequence:progress':
      return withNode(state, id, { progress: event.data.done });
    case 'vote:tallied':
      return result({ kind: 'tally', tally: event.data });
    case 'route:taken':
      return withNode(state, id, { route: event.data.next_ids });
    case 'fact_check:completed':
      return result({ kind: 'facts', check: event.data });
    case 'memory:recalled':
      return result({ kind: 'memories', items: event.data.items, problem: event.data.problem });
    case 'context:synthesised':
      return result({ kind: 'context', text: event.data.text });
    case 'verdict:recorded':
      return withNode({ ...state, verdict: event.data }, id, { verdict: event.data });
    case 'loop:decided': {
      const loop = state.loops[id] ?? FIRST_ROUND;
      const scores = [...state.scores, { ...event.data, node_id: id, seq: event.seq }];
      const loops = { ...state.loops, [id]: { ...loop, decisions: [...loop.decisions, event.data] } };
      return { ...state, scores, loops };
    }
    case 'loop:round_opened':
      return withRound(state, id, event.data);
    case 'node:retried':
      // A loop that goes on stays in its round.
      return { ...anew(state, event.data.nodes, null), loops: state.loops, error: null };
  }
}

export function withNode(state: SessionState, nodeId: string, change: Partial<NodeState>): SessionState {
  return { ...state, nodes: { ...state.nodes, [nodeId]: { ...nodeState(state, nodeId), ...change } } };
}

type StatusChange = Extract<NodeEvent, { event: 'node_state_change' }>['data'];

function withStatus(state: SessionState, id: string, { status, error }: StatusChange): SessionState {
  return withNode(state, id, { status, error: error ?? nodeState(state, id).error });
}

type Opened = Extract<NodeEvent, { event: 'loop:round_opened' }>['data'];

function withRound(state: SessionState, id: string, { round, nodes, instruction }: Opened): SessionState {
  const loop: LoopState = {
    decisions: state.loops[id]?.decisions ?? [],
    round,
    instruction,
    version: state.document?.version ?? null,
    versions: versionsOf(state.files, state.document?.path ?? DOCUMENT_PATH).length,
  };
  // A loop before its body opens round 1 itself: nothing is past yet.
  const reset = anew(state, nodes, { id, round: round - 1 });
  return { ...reset, loops: { ...reset.loops, [id]: loop } };
}

/** These nodes begin once more: what they said is past, and loops among them count from one again. */
function anew(state: SessionState, ids: readonly string[], loop: PastTurn['loop']): SessionState {
  const { created } = state;
  if (created === null) return state;
  const isAnew = new Set(ids);
  const seats = created.seats.filter((seat) => isAnew.has(seat.node_id));
  const past = seats.flatMap((seat): PastTurn[] => {
    const seatId = seatIdOf(seat);
    const turn = state.seats[seatId]?.turn ?? null;
    const { pass, verdict } = nodeState(state, seat.node_id);
    return turn === null ? [] : [{ nodeId: seat.node_id, seatId, pass, turn, verdict, loop }];
  });
  const loops = planOf(created.graph).loops;
  const nodes = Object.fromEntries(
    ids.map((id): [string, NodeState] => [id, { ...UNTOUCHED, pass: nextPass(nodeState(state, id)) }]),
  );
  return {
    ...state,
    nodes: { ...state.nodes, ...nodes },
    seats: without(state.seats, seats.map(seatIdOf)),
    joins: without(state.joins, ids),
    loops: without(
      state.loops,
      ids.filter((id) => loops.has(id)),
    ),
    past: [...state.past, ...past],
  };
}

/** Skipped or not, a round counts: the same round of a loop has the same number in every run of it. */
const nextPass = ({ status, pass }: NodeState): number => (status === 'pending' ? pass : pass + 1);

function without<Value>(record: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> {
  const gone = new Set(keys);
  return Object.fromEntries(Object.entries(record).filter(([key]) => !gone.has(key)));
}
