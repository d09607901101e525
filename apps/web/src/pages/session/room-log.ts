import type { EventOf, Frame, LogEvent, TokenDelta } from '@council/contracts';
import { depthsOf } from './graph-depths';

export interface ToolUse {
  readonly id: string;
  readonly tool: string;
  readonly input: string;
  readonly output: string;
  readonly isError: boolean;
}

/** What one seat says in one round. */
export interface Turn {
  readonly key: string;
  readonly nodeId: string;
  readonly round: number;
  readonly depth: number;
  readonly attempt: number;
  readonly text: string;
  readonly thinking: string;
  readonly tools: readonly ToolUse[];
  readonly references: EventOf<'message:completed'>['data']['references'];
  readonly name: string | null;
  readonly agentUuid: string | null;
  readonly model: string | null;
  /** Who should have sat here. */
  readonly insteadOf: string | null;
  readonly trouble: string | null;
  readonly at: string;
  readonly isDone: boolean;
}

export interface Remark {
  readonly key: string;
  readonly by: string;
  readonly text: string;
  readonly at: string;
}

type Created = EventOf<'session:created'>['data'];

/** What the room shows of a session: a fold over its log, and over the text that is being spoken. */
export interface RoomLog {
  readonly seq: number;
  readonly created: Created | null;
  readonly turns: readonly Turn[];
  readonly remarks: readonly Remark[];
  /** Nodes that work now. */
  readonly running: readonly string[];
  readonly rounds: Readonly<Record<string, number>>;
  readonly depths: Readonly<Record<string, number>>;
}

export const EMPTY_LOG: RoomLog = {
  seq: 0,
  created: null,
  turns: [],
  remarks: [],
  running: [],
  rounds: {},
  depths: {},
};

/** Takes in one durable event; what was seen before changes nothing. */
export function withEvent(log: RoomLog, event: LogEvent): RoomLog {
  if (event.seq <= log.seq) return log;
  return { ...withWhatHappened(log, event), seq: event.seq };
}

function withWhatHappened(log: RoomLog, event: LogEvent): RoomLog {
  const { node_id: nodeId = '', timestamp: at } = event;
  const change = (turnId: string, changes: Partial<Turn>): RoomLog => withTurn(log, turnId, nodeId, at, changes);
  switch (event.event) {
    case 'session:created':
      return { ...log, created: event.data, depths: depthsOf(event.data.graph) };
    case 'node_state_change':
      return withNodeState(log, nodeId, event.data);
    case 'model_call:failed':
      return change(event.data.turn_id, { trouble: event.data.error.message });
    case 'seat:replaced':
      return change(event.data.turn_id, { insteadOf: `${event.data.from.provider}/${event.data.from.model}` });
    case 'tool_execution':
      return withTool(log, event.data, nodeId, at);
    case 'message:completed':
      return change(event.data.turn_id, { ...saidBy(event.data), at, isDone: true, trouble: null });
    case 'user:message': {
      const { message_id: key, by, content: text } = event.data;
      return { ...log, remarks: [...log.remarks, { key, by, text, at }] };
    }
    default:
      return log;
  }
}

/**
 * Takes in a piece of text that is being spoken. A higher attempt discards the lower; a finished turn takes nothing
 * more. Null when pieces are missing before this one: the text so far must be asked for again.
 */
export function withDelta(log: RoomLog, delta: TokenDelta, at: string): RoomLog | null {
  if (isReport(delta)) return log;
  const known = log.turns.find(({ key }) => key === delta.turn_id);
  if (known !== undefined && (known.isDone || delta.attempt < known.attempt)) return log;
  const isAnew = known === undefined || delta.attempt > known.attempt;
  const field = delta.is_thinking === true ? 'thinking' : 'text';
  const before = isAnew ? '' : known[field];
  if (delta.offset > before.length) return null;
  return withTurn(log, delta.turn_id, delta.node_id, at, {
    attempt: delta.attempt,
    trouble: null,
    ...(isAnew ? { text: '', thinking: '' } : {}),
    [field]: before.slice(0, delta.offset) + delta.chunk,
  });
}

/** It streams like a turn, but has a place of its own, where it is read as a whole. */
const isReport = ({ turn_id }: TokenDelta): boolean => turn_id.endsWith('#report');

/** Frames carry what the log carries; those without a number are no events. */
export function eventOf({ event, timestamp, node_id, data }: Frame): LogEvent | null {
  const seq = data?.['seq'];
  return typeof seq === 'number' ? ({ event, timestamp, node_id, data, seq } as unknown as LogEvent) : null;
}

function withNodeState(log: RoomLog, nodeId: string, data: EventOf<'node_state_change'>['data']): RoomLog {
  const others = log.running.filter((id) => id !== nodeId);
  return {
    ...log,
    running: data.status === 'running' ? [...others, nodeId] : others,
    rounds: data.round === undefined ? log.rounds : { ...log.rounds, [nodeId]: data.round },
  };
}

function withTool(log: RoomLog, data: EventOf<'tool_execution'>['data'], nodeId: string, at: string): RoomLog {
  const { call_id: id, tool, input, output, is_error: isError } = data;
  const tools = log.turns.find(({ key }) => key === data.turn_id)?.tools ?? [];
  return withTurn(log, data.turn_id, nodeId, at, { tools: [...tools, { id, tool, input, output, isError }] });
}

function saidBy(data: EventOf<'message:completed'>['data']): Partial<Turn> {
  return {
    attempt: data.attempt,
    text: data.content,
    references: data.references,
    name: data.agent_name,
    agentUuid: data.agent_id,
    model: `${data.provider}/${data.model}`,
  };
}

function withTurn(log: RoomLog, key: string, nodeId: string, at: string, changes: Partial<Turn>): RoomLog {
  const known = log.turns.find((turn) => turn.key === key);
  const turn = { ...(known ?? newTurn(log, key, nodeId, at)), ...changes };
  const turns = known === undefined ? [...log.turns, turn] : log.turns.map((one) => (one === known ? turn : one));
  return { ...log, turns };
}

function newTurn(log: RoomLog, key: string, nodeId: string, at: string): Turn {
  return {
    key,
    nodeId,
    round: log.rounds[nodeId] ?? 0,
    depth: log.depths[nodeId] ?? 0,
    attempt: 0,
    text: '',
    thinking: '',
    tools: [],
    references: [],
    name: null,
    agentUuid: null,
    model: null,
    insteadOf: null,
    trouble: null,
    at,
    isDone: false,
  };
}
