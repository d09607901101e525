import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sessionQueries } from '@/api/queries/sessions';
import { Panel } from '@/app/panel';
import { refetchWhileBusy } from '@/sessions/refetch-while-busy';
import { SessionList } from '@/sessions/session-list';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { QueryView } from '@/ui/query-view';

const SHOWN = 8;

export function RecentPanel() {
  const { t } = useTranslation('home');
  const recent = useQuery({ ...sessionQueries.list({ limit: SHOWN }), refetchInterval: refetchWhileBusy });
  const all = (
    <Link to="/sessions" className="link text-sm">
      {t('recent.all')}
    </Link>
  );
  const start = (
    <Button asChild look="primary">
      <Link to="/start">{t('start')}</Link>
    </Button>
  );
  return (
    <Panel title={t('recent.title')} aside={all}>
      <QueryView query={recent}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('recent.none')} action={start}>
              {t('recent.noneText')}
            </EmptyState>
          ) : (
            <SessionList sessions={items} />
          )
        }
      </QueryView>
    </Panel>
  );
}
