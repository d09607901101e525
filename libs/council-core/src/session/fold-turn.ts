import type { EventOf, LogEvent } from '@council/contracts';
import { nextSteps } from './turn-steps.js';
import { nodeState, type SeatState, seatOfTurn, seatState, type SessionState, type Turn } from './state.js';

type TurnEvent = Extract<
  LogEvent,
  {
    event:
      | 'model_call:started'
      | 'tool_calls:requested'
      | 'tool_execution'
      | 'answer:rejected'
      | 'seat:replaced'
      | 'turn:retried'
      | 'message:completed'
      | 'claims:extracted'
      | 'ballot:cast'
      | 'error';
  }
>;

/** What happens at a seat, from the first attempt of a turn to its message. */
export function foldTurn(state: SessionState, event: TurnEvent): SessionState {
  if (event.event === 'error') return withError(state, event);
  const seatId = seatOfTurn(event.data.turn_id);
  const seat = seatState(state, seatId);
  const at = (change: Partial<SeatState>): SessionState => withSeat(state, seatId, change);
  switch (event.event) {
    case 'model_call:started':
      return {
        ...at({ attempts: Math.max(seat.attempts, event.data.attempt) }),
        openCalls: [...state.openCalls, openCall(state, event.node_id ?? '', event.data)],
      };
    case 'tool_calls:requested':
    case 'answer:rejected':
      return at({ steps: nextSteps(seat.steps, event) });
    case 'tool_execution':
      return withToolOfNode(at({ steps: nextSteps(seat.steps, event) }), event);
    case 'seat:replaced':
      return at({ sitter: event.data.fallback, steps: [], retries: 0 });
    case 'turn:retried':
      return at({ retries: event.data.retry, steps: [] });
    case 'message:completed':
      return at({ turn: turnOf(event.data, event.seq), steps: [], error: null });
    case 'claims:extracted':
      return at({ claims: event.data.claims });
    case 'ballot:cast': {
      const { choice, score, reason, problem } = event.data;
      return at({ ballot: { choice, score, reason, problem } });
    }
  }
}

function withSeat(state: SessionState, seatId: string, change: Partial<SeatState>): SessionState {
  return { ...state, seats: { ...state.seats, [seatId]: { ...seatState(state, seatId), ...change } } };
}

/** An error that names a turn is that seat's; one that names a node alone is the node's. */
function withError(state: SessionState, { node_id, data }: Extract<TurnEvent, { event: 'error' }>): SessionState {
  if (node_id === undefined) return state;
  const error = { code: data.code, message: data.error };
  const seated = withSeat(state, data.turn_id === undefined ? node_id : seatOfTurn(data.turn_id), { error });
  return { ...seated, nodes: { ...seated.nodes, [node_id]: { ...nodeState(seated, node_id), error } } };
}

/** A tool node has no model that asked: its answer is the node's. */
function withToolOfNode(state: SessionState, event: Extract<TurnEvent, { event: 'tool_execution' }>): SessionState {
  const id = event.node_id ?? '';
  if (state.created?.graph.nodes[id]?.type !== 'tool') return state;
  const result = { kind: 'tool', output: event.data.output, isError: event.data.is_error } as const;
  return { ...state, nodes: { ...state.nodes, [id]: { ...nodeState(state, id), result } } };
}

const openCall = (
  { allotments }: SessionState,
  nodeId: string,
  data: EventOf<'model_call:started'>['data'],
): SessionState['openCalls'][number] => ({
  nodeId,
  turnId: data.turn_id,
  attempt: data.attempt,
  reserved: data.reserved ?? null,
  foreseen: data.foreseen ?? null,
  month: allotments.open,
});

function turnOf(data: EventOf<'message:completed'>['data'], seq: number): Turn {
  const { turn_id, agent_id, agent_name, provider, model, content, references } = data;
  return { turnId: turn_id, agentId: agent_id, agentName: agent_name, provider, model, content, references, seq };
}
