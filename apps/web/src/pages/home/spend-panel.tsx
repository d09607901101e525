import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQueries } from '@/api/queries/sessions';
import { Panel } from '@/app/panel';
import { Card } from '@/ui/card';
import { Money } from '@/ui/money';
import { QueryView } from '@/ui/query-view';
import { Skeleton } from '@/ui/skeleton';
import { spentSince } from './spent-since';

const WEEK_MS = 7 * 24 * 3_600_000;

/** Summed here, of the newest hundred sessions; where a week holds more, it says "at least". */
export function SpendPanel() {
  const { t } = useTranslation('home');
  const newest = useQuery(sessionQueries.list({ limit: 100 }));
  return (
    <Panel title={t('spend.title')}>
      <Card>
        <QueryView query={newest} skeleton={<Skeleton className="h-12" />}>
          {({ items, next_cursor }) => {
            const spend = spentSince(items, new Date(Date.now() - WEEK_MS));
            const isCut = next_cursor !== null && spend.sessions === items.length;
            return (
              <div className="grid gap-1">
                <p className="font-serif text-2xl">
                  {isCut && <span className="text-base text-soft">{t('spend.atLeast')} </span>}
                  <Money usd={spend.usd} isEstimated={spend.isEstimated} />
                </p>
                <p className="text-sm text-soft">{t('spend.sessions', { count: spend.sessions })}</p>
                {spend.isPartly && <p className="text-sm text-warn">{t('spend.partly')}</p>}
              </div>
            );
          }}
        </QueryView>
      </Card>
    </Panel>
  );
}
