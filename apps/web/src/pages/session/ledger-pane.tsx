import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatNumber } from '@/i18n/format';
import { useFailureWords } from '@/i18n/use-failure-words';
import { Money } from '@/ui/money';
import { QueryView } from '@/ui/query-view';
import { Table } from '@/ui/table';
import { roomQueries } from './room-queries';

type Attempt = Schemas['LedgerRow'];

/** What each call used and cost, the failed ones too: they were paid for all the same. */
export function LedgerPane({ sessionUuid }: { readonly sessionUuid: string }) {
  const { t, i18n } = useTranslation(['session', 'common']);
  const ledger = useQuery(roomQueries.ledger(sessionUuid));
  const figure = (value: number): string => formatNumber(value, i18n.language);
  const columns = [
    // In one column: the panel is narrow, and what each has cost must not lie outside of it.
    { name: 'seat', title: t('ledger.seat'), cell: (row: Attempt) => <Call row={row} /> },
    { name: 'in', title: t('ledger.read'), isFigure: true, cell: (row: Attempt) => figure(row.input_tokens) },
    { name: 'out', title: t('ledger.written'), isFigure: true, cell: (row: Attempt) => figure(row.output_tokens) },
    {
      name: 'cost',
      title: t('ledger.cost'),
      isFigure: true,
      cell: (row: Attempt) => <Cost row={row} />,
    },
  ];
  return (
    <QueryView query={ledger}>
      {({ items, totals }) => (
        <div className="grid gap-3">
          <p className="flex flex-wrap gap-x-4">
            <span className="font-medium">
              {items.every(isRehearsal) ? (
                t('common:money.free')
              ) : (
                <Money usd={totals.cost_usd} isEstimated={totals.is_estimated} />
              )}
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

/** The engine without a model: nobody is paid, and its counts are no estimate of a price. */
const isRehearsal = ({ provider }: Attempt): boolean => provider === 'rehearsal';

function Cost({ row }: { readonly row: Attempt }) {
  const { t } = useTranslation('common');
  if (isRehearsal(row)) return t('money.free');
  return <Money usd={row.cost_usd} isEstimated={row.is_estimated} />;
}

function Call({ row }: { readonly row: Attempt }) {
  const { t } = useTranslation(['session', 'common']);
  const { seat, provider, model, outcome, error } = row;
  const failureWords = useFailureWords(error !== null);
  const run = runOf(row);
  return (
    <>
      {seat}
      {run > 1 && <span className="text-sm text-soft"> · {t('ledger.run', { run })}</span>}
      <span className="block text-xs wrap-anywhere text-soft">
        {isRehearsal(row) ? t('common:rehearsal') : `${provider}/${model}`}
      </span>
      {outcome !== 'completed' && <span className="block text-xs text-warn">{t(`ledger.is.${outcome}`)}</span>}
      {error !== null && <span className="block text-xs wrap-anywhere text-soft">{failureWords(error)}</span>}
      {row.is_cached && <span className="block text-xs text-soft">{t('ledger.cached')}</span>}
      {row.is_inherited && <span className="block text-xs text-soft">{t('ledger.inherited')}</span>}
    </>
  );
}

/** Which turn of its seat: each round has one. `agent_affirmative#2` is its second. */
const runOf = ({ turn_id }: Attempt): number => Number(/#(\d+)/.exec(turn_id)?.[1] ?? 1);
