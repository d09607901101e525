import { AppError } from '@council/kernel';

/** Where a page of reviews ends: by the time that orders the list, and by id. */
export interface ReviewPlace {
  readonly at: Date;
  readonly review_uuid: string;
}

export const encodeReviewCursor = ({ at, review_uuid }: ReviewPlace): string =>
  Buffer.from(`${at.toISOString()} ${review_uuid}`).toString('base64url');

export function decodeReviewCursor(cursor: string): ReviewPlace {
  const match = /^(\S{24}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString());
  const at = new Date(match?.[1] ?? '');
  if (match?.[2] === undefined || Number.isNaN(at.getTime())) {
    throw new AppError('malformed', 'QUERY.CURSOR', 'the cursor is not one that this list gave');
  }
  return { at, review_uuid: match[2] };
}
