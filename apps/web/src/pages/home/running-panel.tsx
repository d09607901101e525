import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQueries } from '@/api/queries/sessions';
import { Panel } from '@/app/panel';
import { refetchWhileBusy } from '@/sessions/refetch-while-busy';
import { SessionList } from '@/sessions/session-list';
import { QueryView } from '@/ui/query-view';

export function RunningPanel() {
  const { t } = useTranslation('home');
  const running = useQuery({
    ...sessionQueries.list({ status: 'running', limit: 10 }),
    refetchInterval: refetchWhileBusy,
  });
  return (
    <Panel title={t('running.title')}>
      <QueryView query={running}>
        {({ items }) => {
          // Those that wait for a person have a panel of their own.
          const going = items.filter(({ waiting_for }) => waiting_for.length === 0);
          return going.length === 0 ? (
            <p className="text-soft">{t('running.none')}</p>
          ) : (
            <SessionList sessions={going} />
          );
        }}
      </QueryView>
    </Panel>
  );
}
