import { keepDraft, readDraft } from '@/state/draft';
import { EMPTY_FORM, type StartValues } from './start-form';

/** What somebody had begun to fill in. */
export interface StartDraft {
  readonly template: string | null;
  readonly values: StartValues;
}

const nameOf = (place: string): string => `start.${place}`;

/** @param place what the form is for: `anew`, or the session that is held again. */
export function readStartDraft(place: string): StartDraft | null {
  const found = readDraft(nameOf(place)) as Partial<StartDraft> | null;
  if (found?.values === undefined) return null;
  return { template: found.template ?? null, values: { ...EMPTY_FORM, ...found.values } };
}

/** A form that asks nothing is not worth keeping. */
export function keepStartDraft(place: string, draft: StartDraft | null): void {
  keepDraft(nameOf(place), draft === null || asksNothing(draft.values) ? null : draft);
}

const asksNothing = ({ document, objective, attachments }: StartValues): boolean =>
  document.trim() === '' && objective.trim() === '' && attachments.length === 0;
