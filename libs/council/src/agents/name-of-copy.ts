/** As the contract counts: UTF-16 units, which are never fewer than what the database counts. */
const MAX_LENGTH = 64;
const SUFFIX = / \(copy(?: \d+)?\)$/;

/** "Judge (copy)", "Judge (copy 2)" ...: the first that is not taken. A copy of a copy is counted, not nested. */
export function nameOfCopy(original: string, taken: ReadonlySet<string>): string {
  const stem = original.replace(SUFFIX, '') || original;
  for (let count = 1; ; count += 1) {
    const name = fitted(stem, count === 1 ? ' (copy)' : ` (copy ${count})`);
    if (!taken.has(name)) return name;
  }
}

/** Cut before the suffix, and never through a letter that takes two units. */
function fitted(stem: string, suffix: string): string {
  let kept = '';
  for (const letter of stem) {
    if (kept.length + letter.length + suffix.length > MAX_LENGTH) break;
    kept += letter;
  }
  return kept.trimEnd() + suffix;
}
