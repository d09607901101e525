import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reviewQueries } from '@/api/queries/reviews';
import { PageFrame } from '@/app/page-frame';
import { Panel } from '@/app/panel';
import { EmptyState } from '@/ui/empty-state';
import { QueryView } from '@/ui/query-view';
import { DecidedPanel } from './decided-panel';
import { InboxRow } from './inbox-row';

/** What waits for a person, in every session, and what was decided before. */
export function ReviewsPage() {
  const { t } = useTranslation('reviews');
  const pending = useQuery(reviewQueries.pending());
  return (
    <PageFrame title={t('title')} lead={t('lead')} isNarrow>
      <Panel title={t('waiting')}>
        <QueryView query={pending}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
            ) : (
              <ul className="grid gap-4">
                {items.map((review) => (
                  <InboxRow key={review.review_uuid} review={review} />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Panel>
      <DecidedPanel />
    </PageFrame>
  );
}
