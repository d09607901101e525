import type { Review } from '@/api/queries/reviews';
import { keepDraft, readDraft } from '@/state/draft';

type Action = Review['request']['actions'][number];

/** What was written for a decision and not sent yet. Named apart from `Review['request']['draft']`, which the council wrote. */
export interface UnsentWords {
  /** What was being written last: the form comes back with it. */
  readonly action: Action;
  /** Each has its own: who looks at another way on does not lose what was written for this one. */
  readonly words: Readonly<Partial<Record<Action, string>>>;
}

const nameOf = (reviewUuid: string): string => `review.${reviewUuid}`;

export const readUnsent = (reviewUuid: string): UnsentWords | null =>
  readDraft(nameOf(reviewUuid)) as UnsentWords | null;

export const keepUnsent = (reviewUuid: string, unsent: UnsentWords | null): void =>
  keepDraft(nameOf(reviewUuid), unsent);

/** The words of one action beside those of the others; nothing is kept where nothing is written any more. */
export function keepWords(reviewUuid: string, action: Action, text: string): void {
  const words = { ...readUnsent(reviewUuid)?.words, [action]: text };
  const isEmpty = Object.values(words).every((one) => one.trim() === '');
  keepUnsent(reviewUuid, isEmpty ? null : { action, words });
}
