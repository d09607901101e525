import type {
  Ballot,
  CheckedReference,
  EventOf,
  NodeStatus,
  Reservation,
  SessionCreated,
  SessionStatus,
  Usage,
  Verdict,
} from '@council/contracts';
import type { SessionFiles } from '../files/session-files.js';
import type { ToolCall } from '../ports/chat-model.js';
import { NO_USAGE } from '../ledger/spend-of.js';

/** A finished turn: what a seat said, and what it cost. */
export interface Turn {
  readonly turnId: string;
  readonly agentId: string | null;
  readonly agentName: string;
  readonly provider: string;
  readonly model: string;
  readonly content: string;
  readonly references: readonly CheckedReference[];
  readonly seq: number;
}

export interface NodeState {
  readonly status: NodeStatus;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly turn: Turn | null;
  /** Attempts at the current turn that the log knows of, finished or not. */
  readonly attempts: number;
  /** What has happened within the current turn, before its message. */
  readonly steps: readonly TurnStep[];
  readonly ballot: Ballot | null;
  /** Who sits there: 0 is the seat's own sitter, 1 its first fallback. */
  readonly sitter: number;
}

/** An attempt that has begun, and of which the log knows no end. */
export interface OpenCall {
  readonly nodeId: string;
  readonly turnId: string;
  readonly attempt: number;
  readonly reserved: Reservation | null;
}

export type AskedTool = ToolCall & { readonly answer: EventOf<'tool_execution'>['data'] | null };

/** A turn may take several calls of its model: for tools to be run, and to mend an answer that could not be read. */
export type TurnStep =
  | { readonly kind: 'tools'; readonly content: string; readonly calls: readonly AskedTool[] }
  | { readonly kind: 'rejected'; readonly content: string; readonly problem: string };

/** The answer of a fold: everything that is true of a session after some event of its log. Nothing else is state. */
export interface SessionState {
  readonly lastSeq: number;
  readonly created: SessionCreated | null;
  readonly status: SessionStatus;
  readonly run: number;
  readonly nodes: Readonly<Record<string, NodeState>>;
  readonly joins: Readonly<Record<string, EventOf<'join:settled'>['data']>>;
  readonly files: SessionFiles;
  /** The version of the document that is under work. */
  readonly document: { readonly path: string; readonly version: number; readonly content: string } | null;
  readonly usage: Usage;
  /** In the order of their begin. */
  readonly openCalls: readonly OpenCall[];
  readonly verdict: Verdict | null;
  readonly isStopRequested: boolean;
  readonly error: { readonly code: string; readonly message: string; readonly node_id: string | null } | null;
  readonly outcome: EventOf<'execution:completed'>['data']['outcome'];
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

export const EMPTY_STATE: SessionState = {
  lastSeq: 0,
  created: null,
  status: 'pending',
  run: 0,
  nodes: {},
  joins: {},
  files: {},
  document: null,
  usage: NO_USAGE,
  openCalls: [],
  verdict: null,
  isStopRequested: false,
  error: null,
  outcome: null,
  startedAt: null,
  endedAt: null,
};

const UNTOUCHED: NodeState = {
  status: 'pending',
  error: null,
  turn: null,
  attempts: 0,
  steps: [],
  ballot: null,
  sitter: 0,
};

export const nodeState = (state: SessionState, nodeId: string): NodeState => state.nodes[nodeId] ?? UNTOUCHED;

export const isSettled = (status: NodeStatus): boolean =>
  status === 'completed' || status === 'failed' || status === 'skipped';

export const isTerminal = (status: SessionStatus): boolean =>
  status === 'completed' || status === 'failed' || status === 'cancelled';
