import type { RateLimit } from '@council/config';

export interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

export interface Taken {
  readonly isAllowed: boolean;
  /** Whole requests that may follow at once. */
  readonly remaining: number;
  /** Until the next request is allowed; 0: it is now. */
  readonly retryAfterSeconds: number;
  /** Until the bucket is full. */
  readonly resetSeconds: number;
}

export const tokensPerMs = ({ perMinute }: RateLimit): number => perMinute / 60_000;

/** One request out of a bucket that holds `burst` and fills with `perMinute`. `null`: the first of its kind. */
export function takeFrom(bucket: Bucket | null, limit: RateLimit, nowMs: number): { bucket: Bucket; taken: Taken } {
  const filled = bucket === null ? limit.burst : bucket.tokens + Math.max(0, nowMs - bucket.atMs) * tokensPerMs(limit);
  const before = Math.min(limit.burst, filled);
  const isAllowed = before >= 1;
  const tokens = isAllowed ? before - 1 : before;
  return { bucket: { tokens, atMs: nowMs }, taken: takenOf(isAllowed, tokens, limit) };
}

export function takenOf(isAllowed: boolean, tokens: number, limit: RateLimit): Taken {
  const secondsUntil = (wanted: number): number =>
    Math.max(0, Math.ceil((wanted - tokens) / tokensPerMs(limit) / 1_000));
  return {
    isAllowed,
    remaining: Math.floor(tokens),
    retryAfterSeconds: isAllowed ? 0 : Math.max(1, secondsUntil(1)),
    resetSeconds: secondsUntil(limit.burst),
  };
}
