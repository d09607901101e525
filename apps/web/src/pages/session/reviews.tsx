import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Review } from '@/api/queries/reviews';
import type { Session } from '@/api/queries/sessions';
import { isYou } from '@/reviews/is-you';
import { RelativeTime } from '@/ui/relative-time';
import { ReviewForm } from './review-form';
import { roomQueries } from './room-queries';
import { UnsentNote } from './unsent-note';

/** What waits for a person in this session, and what was decided before. */
export function Reviews({ session }: { readonly session: Session }) {
  const reviews = useQuery(roomQueries.reviews(session.session_uuid));
  const items = reviews.data ?? [];
  const [decidedHere, setDecidedHere] = useState<string | null>(null);
  return (
    <>
      {items
        .filter(({ status }) => status === 'pending')
        .map((review) => (
          <ReviewForm key={review.review_uuid} review={review} onDecided={() => setDecidedHere(review.review_uuid)} />
        ))}
      {items
        .filter(({ status }) => status !== 'pending')
        .map(({ review_uuid }) => (
          <UnsentNote key={review_uuid} reviewUuid={review_uuid} />
        ))}
      <Decided reviews={items} decidedHere={decidedHere} />
    </>
  );
}

interface DecidedProps {
  readonly reviews: readonly Review[];
  readonly decidedHere: string | null;
}

/** The form that had the focus is gone: what was decided takes it, and is read aloud. */
const takeFocus = (row: HTMLElement | null): void => row?.focus();

function Decided({ reviews, decidedHere }: DecidedProps) {
  const { t } = useTranslation('session');
  const decided = reviews.flatMap(({ decision, node_name }) => (decision === null ? [] : [{ ...decision, node_name }]));
  if (decided.length === 0) return null;
  const whoDecided = (by: string): string => (isYou(by) ? t('review.byYou') : t('review.by', { by }));
  return (
    <ul aria-label={t('review.decided')} className="grid gap-1 text-sm">
      {decided.map(({ review_uuid, node_name, action, by, is_automatic, data, decided_at }) => (
        <li
          key={review_uuid}
          ref={review_uuid === decidedHere ? takeFocus : null}
          tabIndex={-1}
          className="flex flex-wrap gap-x-2 border-l-2 border-line-strong pl-3"
        >
          <span className="font-medium">{node_name}</span>
          <span>{t(`review.${action}.name`)}</span>
          <span className="text-soft">{is_automatic ? t('review.automatic') : whoDecided(by)}</span>
          <span className="text-soft">
            <RelativeTime at={decided_at} />
          </span>
          {data.comment !== undefined && data.comment !== '' && <q className="w-full">{data.comment}</q>}
        </li>
      ))}
    </ul>
  );
}
