import { useTranslation } from 'react-i18next';
import type { ProviderDetails } from '@/api/queries/providers';
import { Panel } from '@/app/panel';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { KeyEntryForm } from './key-entry-form';
import { KeyOriginForm } from './key-origin-form';
import { KeyRemove } from './key-remove';
import { KeySourceText } from './key-source';
import { originOf } from './provider-form';

/** Whether there is a key, where it comes from, and where it may be sent. No key ever comes back to this client. */
export function KeyPanel({ provider }: { readonly provider: ProviderDetails }) {
  const { t } = useTranslation('settings');
  const { provider_id: id, key_variable: variable, has_key, warning, base_url, can_store_key } = provider;
  const origin = originOf(base_url);
  const isStored = provider.key_source === 'vault';
  const state = warning !== null ? 'held' : has_key ? 'there' : 'missing';
  const tone = { held: 'warn', there: 'good', missing: 'neutral' } as const;
  return (
    <Panel title={t('key.title')}>
      <Card className="grid gap-4 text-sm">
        {variable === null ? (
          <p>{t('key.notNeeded')}</p>
        ) : (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={tone[state]}>{t(`key.${state}`)}</Badge>
              {isStored ? <span>{t('key.inApp')}</span> : <code className="font-mono break-all">{variable}</code>}
            </p>
            <KeySourceText provider={provider} />
            {warning !== null && !isStored && origin !== null && <KeyOriginForm id={id} origin={origin} />}
            {can_store_key && origin !== null && (
              // Another server is another form: what was typed for the one is not sent to the other.
              <KeyEntryForm key={origin} id={id} origin={origin} isStored={isStored} />
            )}
            {!can_store_key && <p className="text-soft">{t('key.noVault')}</p>}
            {isStored && <KeyRemove id={id} name={provider.name} />}
          </>
        )}
      </Card>
    </Panel>
  );
}
