import type {
  Ballot,
  CheckedReference,
  Claim,
  EventOf,
  FactCheck,
  LoopDecided,
  NodeStatus,
  RecalledItem,
  Reservation,
  ReviewDecided,
  ReviewRequested,
  RoundScore,
  SessionCreated,
  SessionStatus,
  Tally,
  Trip,
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

export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** A place at a node from which somebody speaks, in the node's current pass. */
export interface SeatState {
  readonly turn: Turn | null;
  readonly error: Failure | null;
  /** Attempts at the current turn that the log knows of, finished or not. */
  readonly attempts: number;
  /** How often the turn has failed and is spoken once more. */
  readonly retries: number;
  /** What has happened within the current turn, before its message. */
  readonly steps: readonly TurnStep[];
  readonly ballot: Ballot | null;
  readonly claims: readonly Claim[] | null;
  /** Who sits there: 0 is the seat's own sitter, 1 its first fallback. */
  readonly sitter: number;
}

/** What a node that does not speak has to say to those that follow. */
export type NodeResult =
  | { readonly kind: 'tally'; readonly tally: Tally }
  | { readonly kind: 'facts'; readonly check: FactCheck }
  | { readonly kind: 'decision'; readonly decision: ReviewDecided }
  | { readonly kind: 'memories'; readonly items: readonly RecalledItem[]; readonly problem: string | null }
  | { readonly kind: 'context'; readonly text: string }
  | { readonly kind: 'tool'; readonly output: string; readonly isError: boolean };

export interface ReviewState extends ReviewRequested {
  /** RFC 3339; null: it can wait for ever. */
  readonly expiresAt: string | null;
  readonly isReminded: boolean;
  readonly isExpired: boolean;
  readonly decision: ReviewDecided | null;
}

export interface NodeState {
  readonly status: NodeStatus;
  readonly error: Failure | null;
  /** Which time it is its turn: 1, and one more with every round and every retry. */
  readonly pass: number;
  /** The edges that it takes, where it does not take all. */
  readonly route: readonly string[] | null;
  readonly verdict: Verdict | null;
  readonly result: NodeResult | null;
  readonly review: ReviewState | null;
  /** Children that a sequence has told of. */
  readonly progress: number;
}

/** A loop that has begun. */
export interface LoopState {
  /** The round that is open now, from 1. */
  readonly round: number;
  readonly decisions: readonly LoopDecided[];
  /** What the open round is told beside its task. */
  readonly instruction: LoopDecided['instruction'];
  /** The version of the document with which the open round began; null: there was none. */
  readonly version: number | null;
  /** Versions written until then: what comes later was written in this round. */
  readonly versions: number;
}

/** A turn of an earlier round, or of a pass that was retried. */
export interface PastTurn {
  readonly nodeId: string;
  readonly seatId: string;
  readonly pass: number;
  readonly turn: Turn;
  readonly verdict: Verdict | null;
  /** The loop whose round it belongs to, and which; null: it was retried. */
  readonly loop: { readonly id: string; readonly round: number } | null;
}

/** An attempt that has begun, and of which the log knows no end. */
export interface OpenCall {
  readonly nodeId: string;
  readonly turnId: string;
  readonly attempt: number;
  readonly reserved: Reservation | null;
  /** Null: an older log does not say. */
  readonly foreseen: Pick<Reservation, 'input_tokens' | 'output_tokens'> | null;
  /** Of whose allotment it is paid; null: the session's group is not capped. */
  readonly month: string | null;
}

/** What a session may use of its group's money, by month (`2026-11`), and what it has used of it. */
export interface Allotments {
  /** Of which calls are paid now; null: none, it has to be asked for. */
  readonly open: string | null;
  readonly months: Readonly<Record<string, { readonly usd: number; readonly spent: number }>>;
}

export type AskedTool = ToolCall & { readonly answer: EventOf<'tool_execution'>['data'] | null };

/** A turn may take several calls of its model: for tools to be run, and to mend an answer that could not be read. */
export type TurnStep =
  | { readonly kind: 'tools'; readonly content: string; readonly calls: readonly AskedTool[] }
  | { readonly kind: 'rejected'; readonly content: string; readonly problem: string };

/** Why a session ends before its graph does, with what it has. */
export type Ending = 'user' | 'deadline' | 'budget';

/** The answer of a fold: everything that is true of a session after some event of its log. Nothing else is state. */
export interface SessionState {
  readonly lastSeq: number;
  readonly created: SessionCreated | null;
  readonly status: SessionStatus;
  readonly run: number;
  readonly nodes: Readonly<Record<string, NodeState>>;
  readonly seats: Readonly<Record<string, SeatState>>;
  readonly joins: Readonly<Record<string, EventOf<'join:settled'>['data']>>;
  readonly loops: Readonly<Record<string, LoopState>>;
  readonly past: readonly PastTurn[];
  /** Of all loops, in the order of the log. */
  readonly scores: readonly RoundScore[];
  readonly files: SessionFiles;
  /** The version of the document that is under work. */
  readonly document: { readonly path: string; readonly version: number; readonly content: string } | null;
  readonly usage: Usage;
  /**
   * Tokens of the bill beyond what was foreseen, of attempts that nobody counted: they cost their worst case, and are no
   * sign that the council has gone astray.
   */
  readonly overstated: number;
  /** In the order of their begin. */
  readonly openCalls: readonly OpenCall[];
  readonly allotments: Allotments;
  readonly verdict: Verdict | null;
  /** What people have said to the council while it worked. */
  readonly userMessages: readonly EventOf<'user:message'>['data'][];
  readonly isStopRequested: boolean;
  readonly ending: Ending | null;
  readonly rejection: string | null;
  readonly lock: (Trip & { readonly at: string }) | null;
  /** What had been reached when a lock was opened: breakers measure from there. */
  readonly unlocked: {
    readonly tokens: number;
    readonly passes: Readonly<Record<string, number>>;
    readonly seq: number;
  } | null;
  /** Milliseconds of work that are over, and since when it goes on now (RFC 3339); null: it rests. */
  readonly active: { readonly ms: number; readonly since: string | null };
  /** When the last event was written, RFC 3339; and the last one that the session's own work has led to. */
  readonly lastAt: string | null;
  readonly workedAt: string | null;
  readonly error: (Failure & { readonly node_id: string | null }) | null;
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
  seats: {},
  joins: {},
  loops: {},
  past: [],
  scores: [],
  files: {},
  document: null,
  usage: NO_USAGE,
  overstated: 0,
  openCalls: [],
  allotments: { open: null, months: {} },
  verdict: null,
  userMessages: [],
  isStopRequested: false,
  ending: null,
  rejection: null,
  lock: null,
  unlocked: null,
  active: { ms: 0, since: null },
  lastAt: null,
  workedAt: null,
  error: null,
  outcome: null,
  startedAt: null,
  endedAt: null,
};

export const UNTOUCHED: NodeState = {
  status: 'pending',
  error: null,
  pass: 1,
  route: null,
  verdict: null,
  result: null,
  review: null,
  progress: 0,
};

const EMPTY_SEAT: SeatState = {
  turn: null,
  error: null,
  attempts: 0,
  retries: 0,
  steps: [],
  ballot: null,
  claims: null,
  sitter: 0,
};

/** A loop in its first round. */
export const FIRST_ROUND: LoopState = { round: 1, decisions: [], instruction: null, version: null, versions: 0 };

export const nodeState = (state: SessionState, nodeId: string): NodeState => state.nodes[nodeId] ?? UNTOUCHED;

export const seatState = (state: SessionState, seatId: string): SeatState => state.seats[seatId] ?? EMPTY_SEAT;

/** A node with one seat gives it its own name. */
export const seatIdOf = (seat: { readonly node_id: string; readonly seat_id?: string }): string =>
  seat.seat_id ?? seat.node_id;

/** Turns are named after their seat and its node's pass, so that no two of a session share a name. */
export const turnIdOf = (state: SessionState, nodeId: string, seatId: string): string =>
  `${seatId}#${nodeState(state, nodeId).pass}`;

export const seatOfTurn = (turnId: string): string => turnId.slice(0, turnId.lastIndexOf('#'));

export const isSettled = (status: NodeStatus): boolean =>
  status === 'completed' || status === 'failed' || status === 'skipped';

export const isTerminal = (status: SessionStatus): boolean =>
  status === 'completed' || status === 'failed' || status === 'cancelled';
