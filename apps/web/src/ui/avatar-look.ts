/** Twelve hues around the circle; lightness and strength are the same, so no face is louder than another. */
const HUES = 12;

/** FNV-1a: spreads ids that differ in one letter. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Degrees on the colour circle, always the same for the same id. */
export function hueOf(id: string): number {
  return (hash(id) % HUES) * (360 / HUES);
}

/** What a reader takes for one letter: an emoji of several parts is one. */
function letter(word: string): string {
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment.toLocaleUpperCase();
  return '';
}

/** "Chief Justice" → CJ, "Surgeon" → S, "Moonshot (Kimi)" → MK, "首席法官" → 首. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s_-]+/u)
    .map((word) => word.replace(/^\p{P}+/u, ''))
    .filter(Boolean);
  const [first = '?', ...rest] = words;
  if (/^\p{Script=Han}/u.test(first) || rest.length === 0) return letter(first);
  return letter(first) + letter(rest.at(-1) ?? '');
}
