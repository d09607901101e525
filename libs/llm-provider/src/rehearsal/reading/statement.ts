import type { Cue } from '../weighing/cues.js';
import type { Quotation } from './quotation.js';

/** What a reader of one language makes of a sentence. */
export interface Sentence {
  /** White space folded: what is compared, never what is quoted. */
  readonly text: string;
  readonly quotation: Quotation;
  readonly cues: readonly Cue[];
  /** What the sentence is about. English: lemmas of its nouns; Chinese: its words of two characters and more. */
  readonly topics: ReadonlySet<string>;
  readonly hasFigure: boolean;
  readonly isQuestion: boolean;
}

export type Leaning = 'benefit' | 'risk' | 'neutral';

/** A sentence with its weight in the whole document. */
export interface Statement extends Omit<Sentence, 'cues'> {
  /** Its place in `Reading.statements`. */
  readonly index: number;
  /** -1 (risk) to 1 (benefit). */
  readonly stance: number;
  readonly leaning: Leaning;
  /** TextRank, 0 to 1; the document's most central sentence has 1. */
  readonly importance: number;
}
