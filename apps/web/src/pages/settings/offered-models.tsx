import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatNumber } from '@/i18n/format';
import { Money } from '@/ui/money';
import { RelativeTime } from '@/ui/relative-time';
import { Table } from '@/ui/table';

type Offered = Schemas['OfferedModels'];

/** What the provider itself says; what it does not say is unknown, and not guessed. */
export function OfferedModels({ offered }: { readonly offered: Offered }) {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const { source, message, fetched_at, models } = offered;
  const perMillion = (per1k: number | null) => <Money usd={per1k === null ? null : per1k * 1_000} />;
  return (
    <div className="grid gap-3 text-sm">
      <p className={source === 'live' ? 'text-soft' : 'text-warn'}>
        {t(`models.${source}`, { count: models.length })} {fetched_at !== null && <RelativeTime at={fetched_at} />}
      </p>
      {message !== null && <p className="text-soft">{message}</p>}
      {models.length > 0 && (
        <Table
          caption={t('models.offered')}
          stacks
          rows={models}
          rowKey={({ id }) => id}
          columns={[
            { name: 'id', title: t('models.model'), cell: ({ id }) => <code className="font-mono">{id}</code> },
            {
              name: 'window',
              title: t('models.window'),
              isFigure: true,
              cell: ({ context_window: size }) => (size === null ? <Unknown /> : formatNumber(size, i18n.language)),
            },
            {
              name: 'input',
              title: t('models.input'),
              isFigure: true,
              cell: ({ price }) => perMillion(price?.input_per_1k ?? null),
            },
            {
              name: 'output',
              title: t('models.output'),
              isFigure: true,
              cell: ({ price }) => perMillion(price?.output_per_1k ?? null),
            },
          ]}
        />
      )}
    </div>
  );
}

function Unknown() {
  const { t } = useTranslation();
  return <span className="text-soft">{t('unknown')}</span>;
}
