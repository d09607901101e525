/** Less text than this says nothing about its entropy. */
export const ENTROPY_CHARACTERS = 200;

/** Shannon entropy of a text's characters, in bits a character: 0 for one character repeated, about 4 for prose. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  let length = 0;
  for (const character of text) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
    length += 1;
  }
  let bits = 0;
  for (const count of counts.values()) bits -= (count / length) * Math.log2(count / length);
  return bits;
}
