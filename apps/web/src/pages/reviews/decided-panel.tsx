import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reviewQueries } from '@/api/queries/reviews';
import { Panel } from '@/app/panel';
import { MorePages } from '@/ui/more-pages';
import { QueryView } from '@/ui/query-view';
import { DecidedRow } from './decided-row';

/** What was decided of late: by whom, what, when. */
export function DecidedPanel() {
  const { t } = useTranslation('reviews');
  const decided = useInfiniteQuery(reviewQueries.decided());
  return (
    <Panel title={t('decided.title')}>
      <QueryView query={decided}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <p className="text-soft">{t('decided.none')}</p>;
          return (
            <ul className="divide-y divide-line rounded-lg border border-line bg-card">
              {items.map((review) => (
                <DecidedRow key={review.review_uuid} review={review} />
              ))}
            </ul>
          );
        }}
      </QueryView>
      <MorePages query={decided} />
    </Panel>
  );
}
