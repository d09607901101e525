import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type PricingEntry, priceQueries } from '@/api/queries/prices';
import { Panel } from '@/app/panel';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { QueryView } from '@/ui/query-view';
import { PriceDialog } from './price-dialog';
import { PriceTable } from './price-table';
import { SettingsFrame } from './settings-frame';

const NEW = { provider: '', model: '' };

/** What models cost, as far as it is known. What is searched for stands in the address. */
export function PricesPage() {
  const { t } = useTranslation(['settings', 'common']);
  const [search, setSearch] = useSearchParams();
  const [edited, setEdited] = useState<PricingEntry | typeof NEW | null>(null);
  const prices = useQuery(priceQueries.list());
  const words = search.get('q') ?? '';
  const wanted = words.trim().toLowerCase();
  return (
    <SettingsFrame part="prices">
      <Panel
        title={t('price.title')}
        aside={
          <Button size="sm" writes look="primary" onClick={() => setEdited(NEW)}>
            {t('price.enter')}
          </Button>
        }
      >
        <p className="max-w-[72ch] text-soft">{t('price.text')}</p>
        <Field label={t('common:action.search')}>
          <Input
            type="search"
            value={words}
            onChange={({ target }) => setSearch(target.value === '' ? {} : { q: target.value }, { replace: true })}
          />
        </Field>
        <QueryView query={prices}>
          {({ items }) => {
            const found = items.filter(({ provider, model }) => `${provider}/${model}`.toLowerCase().includes(wanted));
            if (found.length > 0) return <PriceTable prices={found} onEdit={setEdited} />;
            return <EmptyState title={t('price.notFound')}>{t('price.notFoundText')}</EmptyState>;
          }}
        </QueryView>
      </Panel>
      {edited !== null && <PriceDialog price={edited} onClose={() => setEdited(null)} />}
    </SettingsFrame>
  );
}
