/** The forms in which agents point to a place of the document; the server checks the same ones. */
export const REFERENCE =
  /\[(?:Ref:\s*|Lines?\s+)((?:L?\d+(?:\s*[-–—]\s*L?\d+)?)(?:\s*[,;]\s*L?\d+(?:\s*[-–—]\s*L?\d+)?)*)\]/i;
const RANGE = /L?(\d+)(?:\s*[-–—]\s*L?(\d+))?/gi;

/** `[first, last]` of each place that a reference names. */
export function placesOf(reference) {
  const inside = REFERENCE.exec(reference)?.[1] ?? '';
  return [...inside.matchAll(RANGE)].map(([, first, last]) => [Number(first), Number(last ?? first)]);
}

/**
 * What the server found at a reference: it is told from others of the same lines by the quotation that stands before
 * it. Where the server has checked none like it, only its line numbers can be held against the document.
 */
export function stateOf(checked, reference, before, lineCount) {
  const isThere = placesOf(reference).every(([first, last]) => first >= 1 && last >= first && last <= lineCount);
  if (!isThere) return 'missing';
  const text = oneLine(before);
  const same = checked.filter(
    (candidate) => candidate.text === reference && (at(candidate, text) >= 0 || !candidate.quote),
  );
  if (same.length === 0) return 'unchecked';
  const nearest = same.reduce((best, candidate) => (at(candidate, text) > at(best, text) ? candidate : best));
  return worstOf(same.filter(({ quote }) => quote === nearest.quote));
}

/** Where lists were indented and lines broken, the words are the same. */
const oneLine = (text) => text.replaceAll(/\s+/g, ' ');
const at = ({ quote }, text) => (quote === null ? -1 : text.lastIndexOf(oneLine(quote)));

const FROM_WORST = ['missing', 'unverified', 'exists', 'repaired', 'verified'];
const worstOf = (checked) => FROM_WORST.find((state) => checked.some((reference) => reference.state === state));
