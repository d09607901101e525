import type { NewEvent, SeatSnapshot, ToolName } from '@council/contracts';
import type { ChatRequest, Stance, ToolCall } from '../ports/chat-model.js';
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
  readonly turnId: string;
  /** The number of the first attempt now: higher than any that the log knows. */
  readonly attempt: number;
  readonly stance: Stance;
  /** As it is taken at the moment. */
  readonly seat: SeatSnapshot;
  /** No tool may be called any more. */
  readonly isLastWord: boolean;
  readonly request: Omit<ChatRequest, 'signal'>;
}

/** A tool that the turn waits for. */
export interface CallToolEffect {
  readonly type: 'call-tool';
  readonly key: string;
  readonly nodeId: string;
  readonly turnId: string;
  readonly seat: SeatSnapshot;
  readonly call: ToolCall;
  /** Null: the seat may not call it, or there is no such tool. */
  readonly tool: ToolName | null;
  readonly context: ToolContext;
}

export type Effect = AppendEffect | CallModelEffect | CallToolEffect;
