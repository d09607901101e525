import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProviderDetails, providerQueries } from '@/api/queries/providers';
import { Panel } from '@/app/panel';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { QueryView } from '@/ui/query-view';
import { OfferedModels } from './offered-models';

/** The models that agents may choose here; and, when asked for, what the provider itself offers. */
export function ModelsPanel({ provider }: { readonly provider: ProviderDetails }) {
  const { t } = useTranslation('settings');
  const [isAsked, setAsked] = useState(false);
  const offered = useQuery({ ...providerQueries.models(provider.provider_id), enabled: isAsked });
  return (
    <Panel
      title={t('models.title')}
      aside={
        <Button size="sm" isBusy={isAsked && offered.isFetching} onClick={() => setAsked(true)} disabled={isAsked}>
          {t('models.ask')}
        </Button>
      }
    >
      {provider.models.length === 0 ? (
        <p className="text-sm text-soft">{t('models.none')}</p>
      ) : (
        <ul aria-label={t('models.title')} className="flex flex-wrap gap-2">
          {provider.models.map((model) => (
            <li key={model} className="max-w-full">
              <Badge>
                <span className="break-all whitespace-normal">{model}</span>
              </Badge>
            </li>
          ))}
        </ul>
      )}
      {isAsked && <QueryView query={offered}>{(found) => <OfferedModels offered={found} />}</QueryView>}
    </Panel>
  );
}
