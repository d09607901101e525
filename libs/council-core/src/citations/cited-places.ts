import { linesOf } from '../prompts/fence.js';
import { foldCopy } from './fold-copy.js';

/** How much of a document is folded for one text, in documents: more than that no honest text cites. */
const MOST_FOLDED = 8;
/** Of a short document, in characters. */
const ALWAYS_FOLDED = 1_000_000;

/**
 * The lines of a document that one text refers to. A text may refer to the whole of a long document in each of its lines:
 * what each place costs is bounded, so that no model stops the process.
 */
export class CitedPlaces {
  readonly lineCount: number;
  private readonly text: string;
  /** Where each line begins; last, where one more would. */
  private readonly starts: readonly number[];
  private readonly folded = new Map<string, string>();
  /** In characters. */
  private left: number;

  constructor(document: string | null) {
    const lines = document === null ? [] : linesOf(document);
    const starts = [0];
    for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
    this.starts = starts;
    this.lineCount = lines.length;
    this.text = lines.join('\n');
    this.left = Math.max(ALWAYS_FOLDED, MOST_FOLDED * this.text.length);
  }

  /** Lines count from 1; both are in it. */
  read(first: number, last: number): string {
    return this.text.slice(this.starts[first - 1], (this.starts[last] ?? 0) - 1);
  }

  /** As `foldCopy` leaves it; null where too much was folded before: what cannot be checked does not hold. */
  readFolded(first: number, last: number): string | null {
    const key = `${first}-${last}`;
    const known = this.folded.get(key);
    if (known !== undefined) return known;
    const place = this.read(first, last);
    this.left -= place.length;
    if (this.left < 0) return null;
    const folded = foldCopy(place);
    this.folded.set(key, folded);
    return folded;
  }
}
