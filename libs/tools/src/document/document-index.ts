import MiniSearch from 'minisearch';
import { joined, type Passage, passagesOf } from './passages.js';
import { hasFigure, wordsAsked, wordsToFind } from './words.js';

/** Finds the passages of one document that fit a question best (BM25). */
export class DocumentIndex {
  private readonly passages: readonly Passage[];
  private readonly index = new MiniSearch({
    fields: ['text'],
    tokenize: wordsToFind,
    searchOptions: {
      tokenize: wordsAsked,
      // Other forms of a word, and slips. A figure that is nearly right is another figure.
      prefix: (term) => term.length >= 4 && !hasFigure(term),
      fuzzy: (term) => (term.length >= 6 && !hasFigure(term) ? 0.15 : false),
    },
  });

  constructor(document: string) {
    this.passages = passagesOf(document);
    this.index.addAll(this.passages.map(({ text }, id) => ({ id, text })));
  }

  /** The best passages in the order of the document, neighbours as one. */
  search(query: string, limit: number): readonly Passage[] {
    const ids = this.index
      .search(query)
      .slice(0, limit)
      .map(({ id }) => Number(id));
    const found: Passage[] = [];
    let last = Number.NaN;
    for (const id of ids.toSorted((one, other) => one - other)) {
      const passage = this.passages[id];
      if (passage === undefined) continue;
      const before = id === last + 1 ? found.pop() : undefined;
      found.push(before === undefined ? passage : joined(before, passage));
      last = id;
    }
    return found;
  }
}
