import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Review } from '@/api/queries/reviews';
import type { Session } from '@/api/queries/sessions';
import { RelativeTime } from '@/ui/relative-time';
import { ReviewForm } from './review-form';
import { roomQueries } from './room-queries';

/** What waits for a person in this session, and what was decided before. */
export function Reviews({ session }: { readonly session: Session }) {
  const reviews = useQuery(roomQueries.reviews(session.session_uuid));
  const items = reviews.data ?? [];
  return (
    <>
      {items
        .filter(({ status }) => status === 'pending')
        .map((review) => (
          <ReviewForm key={review.review_uuid} review={review} />
        ))}
      <Decided reviews={items} />
    </>
  );
}

function Decided({ reviews }: { readonly reviews: readonly Review[] }) {
  const { t } = useTranslation('session');
  const decided = reviews.flatMap(({ decision, node_name }) => (decision === null ? [] : [{ ...decision, node_name }]));
  if (decided.length === 0) return null;
  return (
    <ul aria-label={t('review.decided')} className="grid gap-1 text-sm">
      {decided.map(({ review_uuid, node_name, action, by, is_automatic, data, decided_at }) => (
        <li key={review_uuid} className="flex flex-wrap gap-x-2 border-l-2 border-line-strong pl-3">
          <span className="font-medium">{node_name}</span>
          <span>{t(`review.${action}.name`)}</span>
          <span className="text-soft">{is_automatic ? t('review.automatic') : t('review.by', { by })}</span>
          <span className="text-soft">
            <RelativeTime at={decided_at} />
          </span>
          {data.comment !== undefined && data.comment !== '' && <q className="w-full">{data.comment}</q>}
        </li>
      ))}
    </ul>
  );
}
