import { AppError } from '@council/kernel';
import type { SessionReviewEntity } from './session-review.entity.js';

interface Place {
  readonly requested_at: Date;
  readonly review_uuid: string;
}

export const encodeReviewCursor = ({ requested_at, review_uuid }: SessionReviewEntity): string =>
  Buffer.from(`${requested_at.toISOString()} ${review_uuid}`).toString('base64url');

export function decodeReviewCursor(cursor: string): Place {
  const match = /^(\S{24}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString());
  const at = new Date(match?.[1] ?? '');
  if (match?.[2] === undefined || Number.isNaN(at.getTime())) {
    throw new AppError('malformed', 'QUERY.CURSOR', 'the cursor is not one that this list gave');
  }
  return { requested_at: at, review_uuid: match[2] };
}
