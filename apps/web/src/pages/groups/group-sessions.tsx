import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQueries } from '@/api/queries/sessions';
import { Panel } from '@/app/panel';
import { SessionList } from '@/sessions/session-list';
import { EmptyState } from '@/ui/empty-state';
import { MorePages } from '@/ui/more-pages';
import { QueryView } from '@/ui/query-view';

const PAGE = 10;

export function GroupSessions({ groupUuid }: { readonly groupUuid: string }) {
  const { t } = useTranslation('groups');
  const sessions = useInfiniteQuery(sessionQueries.pages({ group_uuid: groupUuid, limit: PAGE }));
  return (
    <Panel title={t('sessions.title')}>
      <QueryView query={sessions}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <EmptyState title={t('sessions.none')}>{t('sessions.noneText')}</EmptyState>;
          return <SessionList sessions={items} />;
        }}
      </QueryView>
      <MorePages query={sessions} />
    </Panel>
  );
}
