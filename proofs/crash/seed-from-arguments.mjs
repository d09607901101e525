/** `--seed 7` repeats a run; without it `usual` is taken, or else a new seed, which the run prints. */
export function seedFromArguments(usual = Math.floor(Math.random() * 1e9)) {
  const at = process.argv.indexOf('--seed');
  const seed = at < 0 ? usual : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed wants a whole number');
  return seed;
}
