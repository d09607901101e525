import {
  type AttemptSpend,
  type ChatChunk,
  type ChatRequest,
  estimateRequestTokens,
  estimateTokens,
  type ToolCall,
} from '@council/council-core';
import type { AttemptPart } from './chat-attempt.js';
import { ModelFault } from './model-fault.js';
import { ToolCallPieces } from './tool-call-pieces.js';

type Done = Extract<ChatChunk, { kind: 'done' }>;

/** What one attempt has brought so far, and whether it amounts to an answer. */
export class Answer {
  private text = '';
  private thinking = '';
  private readonly calls = new ToolCallPieces();
  private finishReason: string | null = null;
  private usage: { readonly inputTokens: number; readonly outputTokens: number } | null = null;

  constructor(
    private readonly request: ChatRequest,
    private readonly who: string,
  ) {}

  get hasBegun(): boolean {
    return this.text !== '' || this.thinking !== '' || !this.calls.isEmpty;
  }

  add(part: AttemptPart): void {
    switch (part.kind) {
      case 'text':
        this.text += part.text;
        return;
      case 'thinking':
        this.thinking += part.text;
        return;
      case 'tool-call':
        this.calls.add(part);
        return;
      case 'finish':
        this.finishReason = part.reason;
        return;
      case 'usage':
        this.usage = part;
        return;
      case 'beat':
        return;
    }
  }

  get toolCalls(): readonly ToolCall[] {
    return this.calls.whole;
  }

  /**
   * A stream that just stops is no answer, nor is one without a word or one that was cut at its limit: throws the fault,
   * else says how it ended.
   */
  finish(): Done {
    if (this.text.trim() === '' && this.calls.isEmpty) throw this.emptiness();
    if (this.finishReason === null) {
      throw new ModelFault('MODEL.CUT_STREAM', `${this.who} stopped in the middle of its answer.`, true);
    }
    if (this.finishReason === 'length') {
      const message = `${this.who} was cut off at its limit of tokens: raise max_tokens.`;
      throw new ModelFault('MODEL.TRUNCATED', message, false);
    }
    return { kind: 'done', ...this.count(), finishReason: this.finishReason };
  }

  /** What an attempt without an answer has used all the same. */
  spent(latencyMs: number): AttemptSpend {
    return { ...this.count(), latencyMs: Math.round(latencyMs), partialText: this.text };
  }

  private emptiness(): ModelFault {
    if (this.finishReason === 'length') {
      const message = `${this.who} used up its tokens before it wrote a word: raise max_tokens.`;
      return new ModelFault('MODEL.EMPTY', message, false);
    }
    if (this.finishReason === 'content_filter') {
      return new ModelFault('MODEL.EMPTY', `${this.who} withheld its answer (content filter).`, false);
    }
    if (this.hasBegun) {
      return new ModelFault('MODEL.EMPTY', `${this.who} thought, but gave no answer.`, true);
    }
    return this.finishReason === null
      ? new ModelFault('MODEL.MALFORMED', `${this.who} answered 200, but with nothing that can be read.`, true)
      : new ModelFault('MODEL.EMPTY', `${this.who} gave an empty answer.`, true);
  }

  private count(): Pick<Done, 'inputTokens' | 'outputTokens' | 'isEstimated'> {
    if (this.usage !== null) {
      return { inputTokens: this.usage.inputTokens, outputTokens: this.usage.outputTokens, isEstimated: false };
    }
    return {
      inputTokens: estimateRequestTokens(this.request),
      outputTokens: estimateTokens(this.text + this.calls.text) + estimateTokens(this.thinking),
      isEstimated: true,
    };
  }
}
