import { describe, expect, it } from '@jest/globals';
import { RateBucket } from './rate-bucket.js';

/** Takes as soon as it may, for a time; says when each was let through. */
function takeAll(limit: number, amount: number, forMs: number): number[] {
  let now = 0;
  const bucket = new RateBucket(limit, () => now);
  const at: number[] = [];
  while (now < forMs) {
    const waitMs = bucket.waitFor(amount);
    if (waitMs === 0) {
      bucket.take(amount);
      at.push(now);
    }
    now += waitMs;
  }
  return at;
}
const mostIn = (at: readonly number[], windowMs: number): number =>
  Math.max(...at.map((from) => at.filter((time) => time >= from && time < from + windowMs).length));

describe('a bucket over a minute', () => {
  it.each([1, 2, 3, 6, 7, 30, 60, 500])(
    'of %i lets no more than that through in any minute, and hardly less',
    (limit) => {
      const at = takeAll(limit, 1, 600_000);
      expect(mostIn(at, 60_000)).toBeLessThanOrEqual(limit);
      expect(at.length).toBeGreaterThanOrEqual(Math.floor(limit * 10 * 0.83));
    },
  );

  it('lets through what is larger than itself when it is full, and makes the next wait for the debt', () => {
    let now = 0;
    const bucket = new RateBucket(600, () => now);
    expect(bucket.waitFor(5_000)).toBe(0);
    bucket.take(5_000);
    now += 60_000;
    expect(bucket.waitFor(1)).toBeGreaterThan(300_000);
  });

  it('takes back what was reserved and not used, but never more than it holds', () => {
    const bucket = new RateBucket(60, () => 0);
    bucket.take(10);
    expect(bucket.waitFor(1)).toBeGreaterThan(0);
    bucket.take(-500);
    expect(bucket.waitFor(10)).toBe(0);
    bucket.take(10);
    expect(bucket.waitFor(1)).toBeGreaterThan(0);
  });
});
