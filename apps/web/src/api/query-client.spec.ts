import { describe, expect, it } from '@jest/globals';
import { retryDelayMs, shouldRetry } from './query-client';
import { RequestProblem } from './request-problem';

const answered = (status: number, retryAfterSeconds?: number): RequestProblem =>
  new RequestProblem({
    status,
    code: `HTTP.${status}`,
    message: 'no',
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });

describe('a request that failed', () => {
  it.each([400, 401, 403, 404, 409, 413, 422])('is not made again after %s', (status) => {
    expect(shouldRetry(0, answered(status))).toBe(false);
  });

  it.each([0, 429, 500, 502, 503, 504])('is made again after %s, twice', (status) => {
    expect([0, 1, 2].map((failures) => shouldRetry(failures, answered(status)))).toEqual([true, true, false]);
  });

  it('is not made again for a mistake of ours', () => {
    expect(shouldRetry(0, new TypeError('undefined is not a function'))).toBe(false);
  });

  it('waits as long as the server asks, else a little longer each time', () => {
    expect(retryDelayMs(0, answered(429, 7))).toBe(7_000);
    expect([0, 1, 9].map((failures) => retryDelayMs(failures, answered(503)))).toEqual([500, 1_000, 8_000]);
  });
});
