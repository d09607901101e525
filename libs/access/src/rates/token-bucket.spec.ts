import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Bucket, takeFrom } from './token-bucket.js';

const LIMIT = { perMinute: 60, burst: 10 };

describe('a bucket', () => {
  it('gives its burst at once, and then as many as it fills with', () => {
    let bucket: Bucket | null = null;
    const take = (nowMs: number) => {
      const step = takeFrom(bucket, LIMIT, nowMs);
      bucket = step.bucket;
      return step.taken;
    };
    const atOnce = Array.from({ length: 11 }, () => take(0));
    expect(atOnce.map(({ isAllowed }) => isAllowed)).toEqual([...Array<boolean>(10).fill(true), false]);
    expect(atOnce[0]).toMatchObject({ remaining: 9, retryAfterSeconds: 0, resetSeconds: 1 });
    expect(atOnce[10]).toMatchObject({ remaining: 0, retryAfterSeconds: 1, resetSeconds: 10 });
    expect(take(1_000).isAllowed).toBe(true);
    expect(take(1_000).isAllowed).toBe(false);
    expect(take(3_600_000)).toMatchObject({ isAllowed: true, remaining: 9 });
  });

  it('never lets through more than its burst and what has flowed in since', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 200 }),
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 50 }),
        (pauses, perMinute, burst) => {
          let bucket: Bucket | null = null;
          let nowMs = 0;
          let allowed = 0;
          for (const pause of pauses) {
            nowMs += pause;
            const step = takeFrom(bucket, { perMinute, burst }, nowMs);
            bucket = step.bucket;
            if (step.taken.isAllowed) allowed += 1;
          }
          expect(allowed).toBeLessThanOrEqual(burst + (nowMs * perMinute) / 60_000 + 1e-6);
        },
      ),
    );
  });

  it('is not emptied by a clock that goes back', () => {
    const { bucket } = takeFrom(null, LIMIT, 10_000);
    expect(takeFrom(bucket, LIMIT, 0).bucket.tokens).toBe(8);
  });
});
