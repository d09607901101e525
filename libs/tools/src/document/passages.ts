import MiniSearch from 'minisearch';

export interface Passage {
  /** Lines count from 1; both ends belong to it. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** As long as a paragraph may be before it is cut: a place that is cited should be found by eye. */
const MAX_LINES = 8;

/** Paragraphs of the document, the long ones in pieces. */
function passagesOf(document: string): readonly Passage[] {
  const passages: Passage[] = [];
  let open: string[] = [];
  const close = (to: number): void => {
    if (open.length > 0) passages.push({ from: to - open.length + 1, to, text: open.join('\n') });
    open = [];
  };
  document.split('\n').forEach((line, index) => {
    if (line.trim() === '') {
      close(index);
      return;
    }
    open.push(line);
    if (open.length === MAX_LINES) close(index + 1);
  });
  close(document.split('\n').length);
  return passages;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
/** INC-48213, 7.3, CVE-2024-3094: what points to one thing stays one word. */
const IDENTIFIER = /[\p{L}\p{N}]+(?:[-._/][\p{L}\p{N}]+)*\p{N}[\p{L}\p{N}]*(?:[-._/][\p{L}\p{N}]+)*/gu;

/** Words of a text in any language, and its identifiers whole. */
function wordsOf(text: string): string[] {
  const words = [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
  return [...words, ...(text.match(IDENTIFIER) ?? []).filter((word) => /[-._/]/.test(word))];
}

/** An index over one document (BM25). */
export class DocumentIndex {
  private readonly passages: readonly Passage[];
  private readonly index = new MiniSearch({
    fields: ['text'],
    tokenize: wordsOf,
    searchOptions: { prefix: (term) => term.length >= 4, fuzzy: (term) => (term.length >= 6 ? 0.15 : false) },
  });

  constructor(document: string) {
    this.passages = passagesOf(document);
    this.index.addAll(this.passages.map(({ text }, id) => ({ id, text })));
  }

  /** The best passages, in the order of the document. */
  search(query: string, limit: number): readonly Passage[] {
    const best = this.index.search(query).slice(0, limit);
    return best
      .map(({ id }) => Number(id))
      .toSorted((one, other) => one - other)
      .flatMap((id) => this.passages[id] ?? []);
  }
}
