/** A person mistypes a few times; a guesser goes on. */
const FREE_TRIES = 4;
const LONGEST_SECONDS = 900;

/**
 * Seconds that have to pass after the n-th bad try in a row (from 1) of one address on one account; the last holds for
 * all that follow. It never grows beyond a quarter of an hour, and speaks of that one address: whoever owns the account
 * gets in from another one at once, and from this one after waiting.
 */
export const DELAYS_SECONDS: readonly number[] = [
  ...Array<number>(FREE_TRIES).fill(0),
  ...Array.from({ length: 10 }, (_, doubling) => 2 ** doubling),
  LONGEST_SECONDS,
];

/** After this long without a try the count begins anew. */
export const FORGOTTEN_AFTER_HOURS = 24;

/** One house has one address, in IPv6 a whole /64. */
export function houseOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  const groups = [...front, ...gap, ...back].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
