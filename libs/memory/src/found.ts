/** Something that a question was near to. */
export interface Found {
  readonly content: string;
  readonly source: string;
  /** Cosine similarity: 1 is equal. */
  readonly score: number;
}
