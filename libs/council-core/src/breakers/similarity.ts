const SHINGLE = 3;

/**
 * How much two texts have in common, 0 to 1: Jaccard over runs of three words (of three characters, where a language
 * writes none apart).
 */
export function similarityOf(left: string, right: string): number {
  const a = shingles(left);
  const b = shingles(right);
  if (a.size === 0 || b.size === 0) return left === right ? 1 : 0;
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared += 1;
  return shared / (a.size + b.size - shared);
}

function shingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < SHINGLE) return new Set(words.length === 0 ? [] : [words.join(' ')]);
  return new Set(words.slice(SHINGLE - 1).map((_word, at) => words.slice(at, at + SHINGLE).join(' ')));
}
