import type { EventOf, Frame, LogEvent } from '@council/contracts';
import type { Failure } from '@/i18n/use-failure-words';

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
  /** Of a node's seats; a node with one seat has its own name. */
  readonly seatId: string;
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
  readonly trouble: Failure | null;
  readonly at: string;
  /** Of the event that ended it; null: it is not done. */
  readonly seq: number | null;
  readonly isDone: boolean;
}

export interface Remark {
  readonly key: string;
  readonly by: string;
  readonly text: string;
  readonly at: string;
}

/** What somebody who is known by name has done to the whole session. */
export interface Steering {
  readonly key: string;
  readonly deed: 'paused' | 'resumed' | 'stopped' | 'finish' | 'unlocked' | 'retried';
  readonly by: string;
  readonly at: string;
}

export type NodeStatus = EventOf<'node_state_change'>['data']['status'];

/** How far a node is, and what it has used in all rounds so far. */
export interface NodeCourse {
  readonly status: NodeStatus;
  /** 0: outside of loops. */
  readonly round: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null: the price of something is not known. */
  readonly costUsd: number | null;
  readonly isEstimated: boolean;
}

/** A vote as it came out, and who voted how; null: it still goes on. */
export interface Vote {
  readonly nodeId: string;
  readonly name: string;
  readonly tally: EventOf<'vote:tallied'>['data'] | null;
  readonly ballots: readonly EventOf<'ballot:cast'>['data'][];
}

type Created = EventOf<'session:created'>['data'];

/** What the room shows of a session: a fold over its log, and over the text that is being spoken. */
export interface RoomLog {
  readonly seq: number;
  readonly created: Created | null;
  readonly turns: readonly Turn[];
  readonly remarks: readonly Remark[];
  readonly votes: readonly Vote[];
  readonly steering: readonly Steering[];
  /** Somebody has asked for an answer now: nothing more is asked. */
  readonly isEnding: boolean;
  /** Nodes that have begun or been left out. */
  readonly nodes: Readonly<Record<string, NodeCourse>>;
}

export const EMPTY_LOG: RoomLog = {
  seq: 0,
  created: null,
  turns: [],
  remarks: [],
  votes: [],
  steering: [],
  isEnding: false,
  nodes: {},
};

/** Frames carry what the log carries; those without a number are no events. */
export function eventOf({ event, timestamp, node_id, data }: Frame): LogEvent | null {
  const seq = data?.['seq'];
  return typeof seq === 'number' ? ({ event, timestamp, node_id, data, seq } as unknown as LogEvent) : null;
}
