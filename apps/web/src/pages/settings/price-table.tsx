import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { PricingEntry } from '@/api/queries/prices';
import { formatNumber } from '@/i18n/format';
import { Badge } from '@/ui/badge';
import { ErrorState } from '@/ui/error-state';
import { Money } from '@/ui/money';
import { Table } from '@/ui/table';
import { toast } from '@/ui/toast';
import { PriceActions } from './price-actions';

interface PriceTableProps {
  readonly prices: readonly PricingEntry[];
  readonly onEdit: (price: PricingEntry) => void;
}

export function PriceTable({ prices, onEdit }: PriceTableProps) {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const takeBack = useMutation({
    mutationFn: ({ provider, model }: PricingEntry) =>
      call(api.DELETE('/api/v1/models/pricing', { body: { provider, model } })),
    onSuccess: (_answer, { model }) => toast(t('price.takenBack', { model })),
  });
  return (
    <div className="grid gap-3">
      {takeBack.error !== null && <ErrorState error={takeBack.error} />}
      <Table
        caption={t('price.title')}
        stacks
        rows={prices}
        rowKey={({ provider, model }) => `${provider}/${model}`}
        columns={[
          {
            name: 'model',
            title: t('price.model'),
            cell: ({ provider, model }) => (
              <span className="grid min-w-36">
                <span className="font-medium">{model}</span>
                <span className="text-soft">{provider}</span>
              </span>
            ),
          },
          {
            name: 'input',
            title: t('price.read'),
            isFigure: true,
            cell: ({ input_per_1m }) => <Money usd={input_per_1m} />,
          },
          {
            name: 'output',
            title: t('price.written'),
            isFigure: true,
            cell: ({ output_per_1m }) => <Money usd={output_per_1m} />,
          },
          {
            name: 'window',
            title: t('models.window'),
            isFigure: true,
            cell: ({ context_window: size }) => (
              <span className="text-soft">
                {size === null ? t('common:unknown') : formatNumber(size, i18n.language)}
              </span>
            ),
          },
          {
            name: 'source',
            title: t('price.source'),
            cell: ({ source }) => (
              <Badge tone={source === 'user' ? 'accent' : 'neutral'}>{t(`price.from.${source}`)}</Badge>
            ),
          },
          {
            name: 'actions',
            title: t('price.actions'),
            cell: (price) => (
              <PriceActions price={price} onEdit={() => onEdit(price)} onTakeBack={() => takeBack.mutate(price)} />
            ),
          },
        ]}
      />
    </div>
  );
}
