import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatNumber } from '@/i18n/format';
import { Money } from '@/ui/money';
import { QueryView } from '@/ui/query-view';
import { Table } from '@/ui/table';
import { roomQueries } from './room-queries';

type Attempt = Schemas['LedgerRow'];

/** What each call used and cost, the failed ones too: they were paid for all the same. */
export function LedgerPane({ sessionUuid }: { readonly sessionUuid: string }) {
  const { t, i18n } = useTranslation('session');
  const ledger = useQuery(roomQueries.ledger(sessionUuid));
  const figure = (value: number): string => formatNumber(value, i18n.language);
  const columns = [
    { name: 'seat', title: t('ledger.seat'), cell: ({ seat }: Attempt) => seat },
    { name: 'model', title: t('ledger.model'), cell: ({ provider, model }: Attempt) => `${provider}/${model}` },
    { name: 'outcome', title: t('ledger.outcome'), cell: ({ outcome }: Attempt) => t(`ledger.is.${outcome}`) },
    { name: 'in', title: t('ledger.read'), isFigure: true, cell: (row: Attempt) => figure(row.input_tokens) },
    { name: 'out', title: t('ledger.written'), isFigure: true, cell: (row: Attempt) => figure(row.output_tokens) },
    {
      name: 'cost',
      title: t('ledger.cost'),
      isFigure: true,
      cell: (row: Attempt) => <Money usd={row.cost_usd} isEstimated={row.is_estimated} />,
    },
  ];
  return (
    <QueryView query={ledger}>
      {({ items, totals }) => (
        <div className="grid gap-3">
          <p className="flex flex-wrap gap-x-4">
            <span className="font-medium">
              <Money usd={totals.cost_usd} isEstimated={totals.is_estimated} />
            </span>
            <span className="text-soft">
              {t('ledger.totals', { read: figure(totals.input_tokens), written: figure(totals.output_tokens) })}
            </span>
          </p>
          {items.length > 0 && (
            <Table
              caption={t('ledger.title')}
              columns={columns}
              rows={items}
              rowKey={({ turn_id, attempt }) => `${turn_id} ${attempt}`}
            />
          )}
        </div>
      )}
    </QueryView>
  );
}
