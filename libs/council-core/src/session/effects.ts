import type { Claim, NewEvent, SeatSnapshot, ToolName } from '@council/contracts';
import type { ChatRequest, Stance, ToolCall } from '../ports/chat-model.js';
import type { RecallQuery } from '../ports/recollection.js';
import type { ToolContext } from '../ports/tool-box.js';

/** Things that follow from the log alone: they only have to be written down, all in one append. */
export interface AppendEffect {
  readonly type: 'append';
  readonly events: readonly NewEvent[];
}

/** A turn that somebody has to speak. `key` is the same for the same turn, however often it is asked for. */
export interface CallModelEffect {
  readonly type: 'call-model';
  readonly key: string;
  readonly nodeId: string;
  readonly seatId: string;
  readonly turnId: string;
  /** The number of the first attempt now: higher than any that the log knows. */
  readonly attempt: number;
  readonly stance: Stance;
  /** As it is taken at the moment. */
  readonly seat: SeatSnapshot;
  /** No tool may be called any more. */
  readonly isLastWord: boolean;
  readonly request: Omit<ChatRequest, 'signal'>;
  /** After this long the turn has failed, whatever it is doing; null: the gateway's own deadlines hold. */
  readonly timeoutMs: number | null;
  /** How often a turn that has failed is spoken once more. */
  readonly retries: number;
  /** With its message, the node has done its work. */
  readonly isWholeNode: boolean;
}

/** A tool that a turn, or a node of its own, waits for. */
export interface CallToolEffect {
  readonly type: 'call-tool';
  readonly key: string;
  readonly nodeId: string;
  readonly seatId: string;
  readonly turnId: string;
  readonly agentId: string | null;
  /** Who writes, where it writes a file. */
  readonly author: string;
  readonly call: ToolCall;
  /** Null: the seat may not call it, or there is no such tool. */
  readonly tool: ToolName | null;
  readonly context: ToolContext;
}

/** Something to be looked up in what earlier sessions left. */
export interface RecallEffect {
  readonly type: 'recall';
  readonly key: string;
  readonly nodeId: string;
  readonly query: RecallQuery;
}

/** Claims to be held against sources of evidence. */
export interface CheckClaimsEffect {
  readonly type: 'check-claims';
  readonly key: string;
  readonly nodeId: string;
  readonly claims: readonly Claim[];
  readonly threshold: number;
}

/** At a time, these events are written down, unless the log has moved on before. */
export interface WaitEffect {
  readonly type: 'wait';
  readonly key: string;
  readonly nodeId: string;
  /** RFC 3339. */
  readonly until: string;
  readonly events: readonly NewEvent[];
}

/** Money of the group's month, before the calls that need it can begin. */
export interface DrawAllotmentEffect {
  readonly type: 'draw-allotment';
  readonly groupUuid: string;
  /** For all calls that are due, and for the cheapest of them. */
  readonly usd: number;
  readonly least: number;
  /** Nothing of the session is at work: when this is refused, and nobody can give anything back, the session ends. */
  readonly isIdle: boolean;
}

export type WorkEffect = CallModelEffect | CallToolEffect | RecallEffect | CheckClaimsEffect;
export type Effect = AppendEffect | WorkEffect | WaitEffect | DrawAllotmentEffect;
