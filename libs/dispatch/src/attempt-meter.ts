import { type AttemptSpend, type CallModelEffect, estimateRequestTokens, estimateTokens } from '@council/council-core';

/** Measures the attempts of one turn, for the case that the model cannot say what a broken one used. */
export class AttemptMeter {
  attempt: number;
  text = '';
  private thinking = '';
  private startedAt = performance.now();

  constructor(private readonly call: CallModelEffect) {
    this.attempt = call.attempt;
  }

  hear(text: string, isThinking: boolean): void {
    if (isThinking) this.thinking += text;
    else this.text += text;
  }

  /** The wait before the next attempt belongs to neither. */
  next(waitMs: number): void {
    this.attempt += 1;
    this.text = '';
    this.thinking = '';
    this.startedAt = performance.now() + waitMs;
  }

  get latencyMs(): number {
    return Math.max(0, Math.round(performance.now() - this.startedAt));
  }

  /** Estimated from what was asked and heard; undefined when nothing was heard, as when nothing was sent. */
  spent(): AttemptSpend | undefined {
    if (this.text === '' && this.thinking === '') return undefined;
    return {
      inputTokens: estimateRequestTokens(this.call.request),
      outputTokens: estimateTokens(this.text) + estimateTokens(this.thinking),
      isEstimated: true,
      latencyMs: this.latencyMs,
      partialText: this.text,
    };
  }
}
