import { describe, expect, it } from '@jest/globals';
import { DELAYS_SECONDS, houseOf } from './sign-in-delays.js';

it('a few tries are free, then each waits longer, and none longer than a quarter of an hour', () => {
  expect(DELAYS_SECONDS.slice(0, 8)).toEqual([0, 0, 0, 0, 1, 2, 4, 8]);
  expect(DELAYS_SECONDS.at(-1)).toBe(900);
  expect(DELAYS_SECONDS).toEqual(DELAYS_SECONDS.toSorted((a, b) => a - b));
});

describe('a house', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0DB8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, house) => {
    expect(houseOf(address)).toBe(house);
  });
});
