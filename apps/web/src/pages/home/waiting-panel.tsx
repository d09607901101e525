import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reviewQueries } from '@/api/queries/reviews';
import { Panel } from '@/app/panel';
import { ReviewList } from '@/reviews/review-list';
import { QueryView } from '@/ui/query-view';

export function WaitingPanel() {
  const { t } = useTranslation('home');
  const pending = useQuery(reviewQueries.pending());
  return (
    <Panel title={t('waiting.title')}>
      <QueryView query={pending}>
        {({ items }) =>
          items.length === 0 ? <p className="text-soft">{t('waiting.none')}</p> : <ReviewList reviews={items} />
        }
      </QueryView>
    </Panel>
  );
}
