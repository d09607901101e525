import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { sessionQueries } from '@/api/queries/sessions';
import { PageFrame } from '@/app/page-frame';
import { refetchWhileBusy } from '@/sessions/refetch-while-busy';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { MorePages } from '@/ui/more-pages';
import { QueryView } from '@/ui/query-view';
import { HistoryRow } from './history-row';
import { filterOf } from './session-filter';
import { SessionFilters } from './session-filters';

/** Every session, newest first. */
export function SessionsPage() {
  const { t } = useTranslation('sessions');
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(useDeferredValue(search));
  const isFiltered = Object.keys(filter).length > 0;
  const sessions = useInfiniteQuery({
    ...sessionQueries.pages(filter),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => refetchWhileBusy({ state: { data: state.data?.pages[0] } }),
  });
  const start = (
    <Button asChild look="primary">
      <Link to="/start">{t('start')}</Link>
    </Button>
  );
  return (
    <PageFrame title={t('title')} actions={start}>
      <SessionFilters />
      <QueryView query={sessions}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length > 0) {
            return (
              <ul aria-label={t('title')} className="divide-y divide-line rounded-lg border border-line bg-card">
                {items.map((session) => (
                  <HistoryRow key={session.session_uuid} session={session} />
                ))}
              </ul>
            );
          }
          if (!isFiltered) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
          return (
            <EmptyState
              title={t('notFound')}
              action={<Button onClick={() => setSearch({}, { replace: true })}>{t('filter.clear')}</Button>}
            />
          );
        }}
      </QueryView>
      <MorePages query={sessions} />
    </PageFrame>
  );
}
