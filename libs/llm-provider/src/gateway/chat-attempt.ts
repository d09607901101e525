import type { ChatRequest } from '@council/council-core';
import type { Endpoint } from '../providers/endpoints.js';

/** What an adapter reads off the wire. `beat` is a sign of life without content. */
export type AttemptPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'thinking'; readonly text: string }
  /** A piece of a call: pieces with the same index belong together. */
  | {
      readonly kind: 'tool-call';
      readonly index: number;
      readonly id: string;
      readonly name: string;
      readonly input: string;
    }
  | { readonly kind: 'beat' }
  | { readonly kind: 'finish'; readonly reason: string }
  | { readonly kind: 'usage'; readonly inputTokens: number; readonly outputTokens: number };

/** Who watches an attempt on the wire. */
export interface AttemptWatch {
  readonly signal: AbortSignal;
  /** To be called when the request goes out: from then on the attempt may cost something. */
  readonly onSent: () => void;
}

/** One request to an upstream, once. Retries, deadlines and verdicts on the answer are the gateway's. */
export abstract class ChatDialect {
  abstract attempt(request: ChatRequest, endpoint: Endpoint, watch: AttemptWatch): AsyncIterable<AttemptPart>;
}
