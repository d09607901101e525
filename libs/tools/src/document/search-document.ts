import type { ToolAnswer } from '@council/council-core';
import { sha256 } from '@council/kernel';
import { DocumentIndex } from './document-index.js';

const KEPT_INDEXES = 16;
const PASSAGES = 5;

/** Looks into the document that the turn reads. Indexes are kept for the documents that were asked for last. */
export class DocumentSearch {
  private readonly indexes = new Map<string, DocumentIndex>();

  search(document: string | null, query: string): ToolAnswer {
    if (document === null) return { output: 'This session has no document.', isError: true };
    const found = this.indexOf(document).search(query, PASSAGES);
    if (found.length === 0) return { output: `Nothing in the document fits "${query}".`, isError: false };
    const places = found.map(({ from, to, text }) => `[Ref: ${from === to ? `L${from}` : `L${from}-${to}`}]\n${text}`);
    return { output: places.join('\n\n'), isError: false };
  }

  private indexOf(document: string): DocumentIndex {
    const key = sha256(document);
    const index = this.indexes.get(key) ?? new DocumentIndex(document);
    // The one used last goes to the end; the first is the one to forget.
    this.indexes.delete(key);
    this.indexes.set(key, index);
    const [oldest] = this.indexes.keys();
    if (this.indexes.size > KEPT_INDEXES && oldest !== undefined) this.indexes.delete(oldest);
    return index;
  }
}
