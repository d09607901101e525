import { describe, expect, it } from '@jest/globals';
import { waitMs } from './back-off';

describe('the wait before the next try', () => {
  it('doubles up to half a minute', () => {
    expect([0, 1, 2, 6, 7, 10_000].map((failures) => waitMs(failures, 0.5))).toEqual([
      500, 1_000, 2_000, 30_000, 30_000, 30_000,
    ]);
  });

  it('is spread by a quarter either way', () => {
    expect([waitMs(1, 0), waitMs(1, 1)]).toEqual([750, 1_250]);
  });
});
