import type { RecalledItem } from '@council/contracts';

export interface RecallQuery {
  /** What is looked for, in words. */
  readonly text: string;
  /** Null: the session belongs to no group, and there is nothing to recall. */
  readonly groupUuid: string | null;
  readonly maxResults: number;
  /** Nothing older is given; null: no limit. */
  readonly withinDays: number | null;
  /** Least cosine similarity, 0 to 1. */
  readonly relevance: number;
  /** Verdicts of the group's earlier sessions as well. */
  readonly includeVerdicts: boolean;
  /** Not to be recalled: the session that asks. */
  readonly sessionUuid: string | null;
}

/** What earlier sessions of a group left. */
export abstract class Recollection {
  /** The most similar first, then the latest verdicts. Rejects when the memory cannot be read. */
  abstract recall(query: RecallQuery, signal: AbortSignal): Promise<readonly RecalledItem[]>;
}
