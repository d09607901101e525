import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reviewQueries } from '@/api/queries/reviews';
import { PageFrame } from '@/app/page-frame';
import { ReviewList } from '@/reviews/review-list';
import { EmptyState } from '@/ui/empty-state';
import { QueryView } from '@/ui/query-view';

export function ReviewsPage() {
  const { t } = useTranslation('reviews');
  const pending = useQuery(reviewQueries.pending());
  return (
    <PageFrame title={t('title')} lead={t('lead')} isNarrow>
      <QueryView query={pending}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
          ) : (
            <ReviewList reviews={items} />
          )
        }
      </QueryView>
    </PageFrame>
  );
}
