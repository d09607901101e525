import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { sessionQueries } from '@/api/queries/sessions';
import { PageFrame } from '@/app/page-frame';
import { SessionList } from '@/sessions/session-list';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { QueryView } from '@/ui/query-view';

/** Every session, newest first. What is searched for stands in the address. */
export function SessionsPage() {
  const { t } = useTranslation(['sessions', 'common']);
  const [search, setSearch] = useSearchParams();
  const words = search.get('q') ?? '';
  const q = useDeferredValue(words.trim());
  const sessions = useInfiniteQuery(sessionQueries.pages(q === '' ? {} : { q }));
  return (
    <PageFrame title={t('title')}>
      <Field label={t('common:action.search')}>
        <Input
          type="search"
          value={words}
          onChange={({ target }) => setSearch(target.value === '' ? {} : { q: target.value }, { replace: true })}
        />
      </Field>
      <QueryView query={sessions}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <EmptyState title={q === '' ? t('none') : t('notFound')} />;
          return <SessionList sessions={items} />;
        }}
      </QueryView>
      {sessions.hasNextPage && (
        <Button
          className="justify-self-center"
          isBusy={sessions.isFetchingNextPage}
          onClick={() => sessions.fetchNextPage()}
        >
          {t('common:action.more')}
        </Button>
      )}
    </PageFrame>
  );
}
