/** `--seed 7` repeats a run; without it a new seed is taken, which the run prints. */
export function seedFromArguments() {
  const at = process.argv.indexOf('--seed');
  const seed = at < 0 ? Math.floor(Math.random() * 1e9) : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed wants a whole number');
  return seed;
}
