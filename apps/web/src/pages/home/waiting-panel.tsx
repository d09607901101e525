import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Review, reviewQueries } from '@/api/queries/reviews';
import { Panel } from '@/app/panel';
import { QueryView } from '@/ui/query-view';
import { RelativeTime } from '@/ui/relative-time';

export function WaitingPanel() {
  const { t } = useTranslation('home');
  const pending = useQuery(reviewQueries.pending());
  return (
    <Panel title={t('waiting.title')}>
      <QueryView query={pending}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-soft">{t('waiting.none')}</p>
          ) : (
            <ul className="divide-y divide-line rounded-lg border border-warn bg-card">
              {items.map((review) => (
                <WaitingRow key={review.review_uuid} review={review} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  );
}

function WaitingRow({ review }: { readonly review: Review }) {
  const { t } = useTranslation('home');
  return (
    <li className="relative grid gap-1 px-4 py-3 first:rounded-t-lg last:rounded-b-lg hover:bg-wash">
      <Link
        to={`/reviews/${review.review_uuid}`}
        className="line-clamp-2 font-serif text-lg leading-snug after:absolute after:inset-0"
      >
        {review.session_title}
      </Link>
      <p className="flex flex-wrap gap-x-3 text-sm text-soft">
        <span>{review.node_name}</span>
        <span>{t('waiting.round', { round: review.round })}</span>
        <RelativeTime at={review.requested_at} />
        {review.expires_at !== null && (
          <span className="text-warn">
            {t('waiting.due')} <RelativeTime at={review.expires_at} />
          </span>
        )}
      </p>
    </li>
  );
}
