import type { BreakerLimits, Trip } from '@council/contracts';
import { estimateTokens } from '../estimate/estimate-tokens.js';

const SECOND_MS = 1_000;

/**
 * So many whole seconds in a row have to be too fast. A piece that comes late and large, or an answer that comes all at
 * once (from a cache, from a machine near by), fills one of them and proves nothing.
 */
const SECONDS = 3;

/** The tokens of one stream, second by second from its first piece. */
export class TokenRate {
  private firstAtMs: number | null = null;
  private second = 0;
  private tokens = 0;
  private full: number[] = [];

  constructor(private readonly limit: number) {}

  hear(text: string, nowMs: number): Trip | null {
    this.firstAtMs ??= nowMs;
    const second = Math.floor((nowMs - this.firstAtMs) / SECOND_MS);
    const isNew = second > this.second;
    if (isNew) this.turn(second);
    this.tokens += estimateTokens(text);
    return isNew ? this.judge() : null;
  }

  /** Seconds in which nothing came have their place. */
  private turn(second: number): void {
    const silent = Math.min(SECONDS, second - this.second - 1);
    this.full = [...this.full, this.tokens, ...Array<number>(silent).fill(0)].slice(-SECONDS);
    this.second = second;
    this.tokens = 0;
  }

  private judge(): Trip | null {
    if (this.full.length < SECONDS || this.full.some((tokens) => tokens <= this.limit)) return null;
    const value = Math.round(this.full.reduce((sum, tokens) => sum + tokens, 0) / SECONDS);
    const message = `a model writes ${value} tokens a second, and ${this.limit} are allowed`;
    return { reason: 'token_rate', message, value, limit: this.limit };
  }
}

/** What a provider may write in a second; null: as much as it can. */
export function rateLimitOf({ token_rate: rates }: BreakerLimits, provider: string): number | null {
  const limit = rates?.[provider.toLowerCase()] ?? rates?.['*'] ?? 0;
  return limit > 0 ? limit : null;
}
