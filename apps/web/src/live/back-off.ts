const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next try: doubled each time up to half a minute, and spread by a quarter either way so that
 * many tabs do not come back in the same moment. `chance` is from 0 to 1.
 */
export function waitMs(failures: number, chance: number): number {
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 16));
  return Math.round(wait * (0.75 + chance / 2));
}
