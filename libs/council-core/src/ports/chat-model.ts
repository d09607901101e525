import type { Language } from '@council/contracts';

/** A wish of the model to have a tool run. `input` is JSON as the model wrote it: whoever runs the tool checks it. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly input: string;
}

export type ChatMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls?: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly content: string; readonly toolCallId: string; readonly toolName: string };

/** A JSON schema (draft 2020-12), as `z.toJSONSchema` makes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface OfferedTool {
  readonly name: string;
  readonly description: string;
  /** Of an object. */
  readonly parameters: JsonSchema;
}

/** An answer that must be JSON of this form, and nothing else. Adapters ask for it as strictly as the provider can. */
export interface OutputForm {
  readonly name: string;
  readonly description: string;
  readonly schema: JsonSchema;
}

/**
 * What the speaker is there for. `voter` casts a yes or no and `scorer` a 1 to 10, `extractor` names the claims that can
 * be checked, `summariser` writes the closing synthesis of an `end` node.
 */
export type Stance =
  'affirmative' | 'negative' | 'adjudicator' | 'voter' | 'scorer' | 'extractor' | 'other' | 'summariser';

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
  /** What the node asks, beside the task of the stance. */
  readonly question?: string;
  readonly seed: string;
}

export interface ChatRequest {
  readonly provider: string;
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly temperature?: number;
  readonly topP?: number;
  readonly maxTokens?: number;
  readonly tools?: readonly OfferedTool[];
  /** `none`: the tools are there to be understood in the history, and may not be called any more. */
  readonly toolChoice?: 'auto' | 'none';
  readonly output?: OutputForm;
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
  /** At most once, right before `done`: the model wants these run, and says no more until they are. */
  | { readonly kind: 'tool-calls'; readonly calls: readonly ToolCall[] }
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
      /** The answer was at hand: no model was asked, and nothing is due. The tokens are those of the first time. */
      readonly isCached?: boolean;
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
