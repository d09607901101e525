/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `--seed 7` repeats a run; without it a new seed is taken, which the run prints. */
export function seedFromArguments() {
  const at = process.argv.indexOf('--seed');
  const seed = at < 0 ? Math.floor(Math.random() * 1e9) : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed wants a whole number');
  return seed;
}
