import type { RateLimit } from '@council/config';
import { type Bucket, type Taken, takeFrom } from './token-bucket.js';

/** Counts requests by key. */
export abstract class RateCounter {
  abstract take(key: string, limit: RateLimit): Promise<Taken>;
}

/** Keys beyond which the oldest is forgotten: whoever has many addresses does not fill the memory. */
const MAX_KEYS = 50_000;

/** In this process alone. */
export class MemoryRateCounter extends RateCounter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => number = Date.now) {
    super();
  }

  override take(key: string, limit: RateLimit): Promise<Taken> {
    const { bucket, taken } = takeFrom(this.buckets.get(key) ?? null, limit, this.now());
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    const [oldest] = this.buckets.keys();
    if (this.buckets.size > MAX_KEYS && oldest !== undefined) this.buckets.delete(oldest);
    return Promise.resolve(taken);
  }
}
