import type { BreakerLimits, Trip } from '@council/contracts';
import { TextTail } from './text-tail.js';
import { rateLimitOf, TokenRate } from './token-rate.js';

/** Watches one attempt while it streams, so that nobody has to pay for the rest of a nonsense. */
export class StreamWatch {
  private readonly text: TextTail;
  private readonly thinking: TextTail;
  private readonly rate: TokenRate | null;

  constructor(limits: BreakerLimits, provider: string) {
    this.text = new TextTail(limits);
    this.thinking = new TextTail(limits);
    const limit = rateLimitOf(limits, provider);
    this.rate = limit === null ? null : new TokenRate(limit);
  }

  /** The breaker that this piece opens; null: none. `nowMs` grows steadily, from anywhere. */
  hear(piece: string, isThinking: boolean, nowMs: number): Trip | null {
    const tail = isThinking ? this.thinking : this.text;
    return tail.hear(piece) ?? this.rate?.hear(piece, nowMs) ?? null;
  }
}
