const LONGEST = /^.{1,60}/u;

/** A name of letters, digits and hyphens for each, in their order; no two differ by case alone. */
export function fileNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const slug = slugOf(name);
    for (let count = 1; ; count += 1) {
      const file = count === 1 ? `${slug}.md` : `${slug}-${count}.md`;
      if (taken.has(file)) continue;
      taken.add(file);
      return file;
    }
  });
}

function slugOf(name: string): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['agent'];
  const [start = ''] = LONGEST.exec(words.join('-')) ?? [];
  return start.replace(/-$/, '');
}
