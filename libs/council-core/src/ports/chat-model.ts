import type { Language } from '@council/contracts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What the speaker is there for. `summariser` writes the closing synthesis of an `end` node. */
export type Stance = 'affirmative' | 'negative' | 'adjudicator' | 'other' | 'summariser';

/** An earlier turn that this one reads, in the order of the graph's edges. */
export interface PriorTurn {
  readonly node_id: string;
  readonly seat: string;
  readonly stance: Stance;
  readonly content: string;
}

/** The same request as a structure. Model adapters ignore it; the rehearsal engine reads it instead of the prose. */
export interface ChatBrief {
  readonly stance: Stance;
  readonly seat: string;
  readonly language: Language;
  readonly objective: string;
  /** Lines count from 1 and end in \n. */
  readonly document: string | null;
  readonly prior: readonly PriorTurn[];
  readonly seed: string;
}

export interface ChatRequest {
  readonly provider: string;
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly temperature?: number;
  readonly topP?: number;
  readonly maxTokens?: number;
  readonly brief: ChatBrief;
  /** Aborting closes the upstream socket at once. */
  readonly signal: AbortSignal;
}

/** What an attempt that failed has used up all the same, and what it had said until then. */
export interface AttemptSpend {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly isEstimated: boolean;
  readonly latencyMs: number;
  readonly partialText: string;
}

/**
 * One thing that happened during a call. Text of an attempt counts only until `attempt-failed`: the next attempt begins
 * anew. `done` is last and exactly once; a call that cannot be completed throws `ModelCallError` instead.
 */
export type ChatChunk =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'thinking'; readonly text: string }
  | {
      readonly kind: 'attempt-failed';
      readonly code: string;
      readonly message: string;
      readonly retryInMs: number;
      readonly spent?: AttemptSpend;
    }
  | {
      readonly kind: 'done';
      readonly inputTokens: number;
      readonly outputTokens: number;
      readonly isEstimated: boolean;
      readonly finishReason: string;
      /** Cut by max_tokens: what is there is real, and not all. */
      readonly isTruncated: boolean;
    };

/** The port through which the council speaks to language models. Retries, deadlines and rates are the adapter's work. */
export abstract class ChatModel {
  abstract stream(request: ChatRequest): AsyncIterable<ChatChunk>;
}

/** A model call that has finally failed. `message` is readable by a user and holds no secret. */
export class ModelCallError extends Error {
  /** Of the last attempt; absent when nothing was sent. */
  readonly spent?: AttemptSpend;

  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions & { readonly spent?: AttemptSpend },
  ) {
    super(message, options);
    this.spent = options?.spent;
    this.name = 'ModelCallError';
  }
}
