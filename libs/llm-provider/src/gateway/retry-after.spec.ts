import { describe, expect, it } from '@jest/globals';
import { readRetryAfter } from './retry-after.js';
import { RetryWaits } from './retry-waits.js';

const NOW = Date.parse('2026-11-05T10:00:00Z');

describe('readRetryAfter', () => {
  it.each([
    [{ 'retry-after': '3' }, 3_000],
    [{ 'retry-after': ' 0.5 ' }, 500],
    [{ 'retry-after-ms': '40', 'retry-after': '3' }, 40],
    [{ 'retry-after': 'Thu, 05 Nov 2026 10:00:07 GMT' }, 7_000],
    [{ 'retry-after': 'Thu, 05 Nov 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '-3 apples' }, null],
    [{}, null],
  ])('reads %j as %p ms', (headers, expected) => {
    expect(readRetryAfter(new Headers(headers as Record<string, string>), NOW)).toBe(expected);
  });

  it('says nothing without headers', () => {
    expect(readRetryAfter(undefined, NOW)).toBeNull();
  });
});

describe('RetryWaits', () => {
  it('stays within a doubling ceiling, and never comes before the time that was asked for', () => {
    for (let run = 0; run < 200; run += 1) {
      const waits = new RetryWaits();
      for (const ceiling of [500, 1_000, 2_000]) expect(waits.next(null)).toBeLessThanOrEqual(ceiling);
      const asked = waits.next(1_000);
      expect(asked).toBeGreaterThanOrEqual(1_000);
      expect(asked).toBeLessThanOrEqual(1_100);
    }
  });
});
