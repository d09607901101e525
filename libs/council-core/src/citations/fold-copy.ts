/**
 * Forgives what copying changes: white space, line-break hyphens, kinds of quotes and dashes, Markdown's emphasis. No pattern
 * has \s* on both sides of a line end: on a document of nothing but line ends that does not come to its end.
 */
export function foldCopy(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/(\p{L})-[^\S\n]*\n\s*(\p{L})/gu, '$1$2')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/[“”„«»「」『』]/g, '"')
    .replaceAll(/[‘’‚]/g, "'")
    .replaceAll(/[*_`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, '')
    .trim();
}
