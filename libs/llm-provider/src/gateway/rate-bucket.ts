const MINUTE_MS = 60_000;
/** The part of a minute's share that may be spent at once. */
const BURST_PART = 1 / 6;

/**
 * A token bucket over a minute. Burst and refill together stay within the limit, so that no sixty seconds hold more
 * than it. What is larger than the bucket passes when the bucket is full, and leaves a debt.
 */
export class RateBucket {
  private readonly capacity: number;
  private readonly perMs: number;
  private level: number;
  private readAt: number;

  constructor(
    limitPerMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.capacity = Math.max(1, Math.floor(limitPerMinute * BURST_PART));
    this.perMs = (limitPerMinute - (this.capacity - 1)) / MINUTE_MS;
    this.level = this.capacity;
    this.readAt = now();
  }

  /** How long until so much may be taken; 0: now. */
  waitFor(amount: number): number {
    this.refill();
    const missing = Math.min(amount, this.capacity) - this.level;
    return missing <= 0 ? 0 : Math.ceil(missing / this.perMs);
  }

  /** Negative gives back what was reserved and not used. */
  take(amount: number): void {
    this.refill();
    this.level = Math.min(this.capacity, this.level - amount);
  }

  private refill(): void {
    const now = this.now();
    this.level = Math.min(this.capacity, this.level + (now - this.readAt) * this.perMs);
    this.readAt = now;
  }
}
