import type { Language } from '@council/contracts';
import type { Closeness } from '../weighing/closeness.js';
import type { Statement } from './statement.js';

/** A document as the engine sees it. One for all turns of a session, and for every session on the same document. */
export interface Reading {
  /** The document's own language, which need not be the session's. */
  readonly language: Language;
  /** Sorted by their text, so that nothing depends on where a paragraph stands. */
  readonly statements: readonly Statement[];
  /** How many different sentences were found; more than `statements` where the document is larger than the bound. */
  readonly found: number;
  readonly closeness: Closeness;
  /** In how many statements a topic appears. */
  readonly topicCounts: ReadonlyMap<string, number>;
}
