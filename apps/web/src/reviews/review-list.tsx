import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Review } from '@/api/queries/reviews';
import { RelativeTime } from '@/ui/relative-time';

/** What waits for a decision: each leads to its session, where it is decided. */
export function ReviewList({ reviews }: { readonly reviews: readonly Review[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-warn bg-card">
      {reviews.map((review) => (
        <ReviewRow key={review.review_uuid} review={review} />
      ))}
    </ul>
  );
}

function ReviewRow({ review }: { readonly review: Review }) {
  const { t } = useTranslation('reviews');
  return (
    <li className="relative grid gap-1 px-4 py-3 first:rounded-t-lg last:rounded-b-lg hover:bg-wash">
      <Link
        to={`/sessions/${review.session_uuid}`}
        className="line-clamp-2 font-serif text-lg leading-snug after:absolute after:inset-0"
      >
        {review.session_title}
      </Link>
      {review.session_objective !== '' && <p className="truncate text-sm text-soft">{review.session_objective}</p>}
      <p className="flex flex-wrap gap-x-3 text-sm text-soft">
        <span>{review.node_name}</span>
        <span>{t('round', { round: review.round })}</span>
        <RelativeTime at={review.requested_at} />
        {review.expires_at !== null && (
          <span className="text-warn">
            {t('due')} <RelativeTime at={review.expires_at} />
          </span>
        )}
      </p>
    </li>
  );
}
