import type { CheckedReference } from '@council/contracts';
import { CitedPlaces } from './cited-places.js';
import { foldCopy } from './fold-copy.js';

/**
 * `[Ref: L12]`, `[Ref: L12-15]`, `[Ref: L12, L20-21]`, `[Line 12]`. The words right before it in quotation marks, if
 * any, are what it vouches for.
 */
const REFERENCE =
  /\[(?:Ref:\s*|Lines?\s+)((?:L?\d+(?:\s*[-–—]\s*L?\d+)?)(?:\s*[,;]\s*L?\d+(?:\s*[-–—]\s*L?\d+)?)*)\]/gi;
const RANGE = /L?(\d+)(?:\s*[-–—]\s*L?(\d+))?/gi;
const QUOTE_BEFORE = /["“「『]([^"“”「」『』]{1,2000})["”」』][\s.,;:!?)*_—–\-。，；：！？）]{0,8}$/;
/** How far back a quotation may begin, in characters. */
const REACH = 2_100;

/** Finds every reference of a text and holds it against the document. Order of appearance. */
export function checkReferences(text: string, document: string | null): readonly CheckedReference[] {
  const places = new CitedPlaces(document);
  const found: CheckedReference[] = [];
  for (const match of text.matchAll(REFERENCE)) {
    const before = text.slice(Math.max(0, match.index - REACH), match.index);
    const quote = QUOTE_BEFORE.exec(before)?.[1] ?? null;
    for (const range of (match[1] ?? '').matchAll(RANGE)) {
      const first = Number(range[1]);
      const last = range[2] === undefined ? first : Number(range[2]);
      found.push({
        text: match[0],
        first_line: first,
        last_line: last,
        quote,
        state: stateOf(places, first, last, quote),
      });
    }
  }
  return found;
}

function stateOf(places: CitedPlaces, first: number, last: number, quote: string | null): CheckedReference['state'] {
  if (first < 1 || last < first || last > places.lineCount) return 'missing';
  if (quote === null) return 'exists';
  if (places.read(first, last).includes(quote)) return 'verified';
  return places.readFolded(first, last)?.includes(foldCopy(quote)) === true ? 'repaired' : 'unverified';
}
