import { useTranslation } from 'react-i18next';
import type { ProviderDetails } from '@/api/queries/providers';
import { Panel } from '@/app/panel';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { KeyOriginForm } from './key-origin-form';
import { originOf } from './provider-form';

/** Whether there is a key, where it is set, and where it may be sent. The key itself is nowhere in this client. */
export function KeyPanel({ provider }: { readonly provider: ProviderDetails }) {
  const { t } = useTranslation('settings');
  const { key_variable: variable, has_key, warning, base_url } = provider;
  const origin = originOf(base_url);
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
              <code className="font-mono break-all">{variable}</code>
            </p>
            <p className="text-soft">{t('key.text', { variable })}</p>
            {warning !== null && origin !== null && <KeyOriginForm id={provider.provider_id} origin={origin} />}
          </>
        )}
      </Card>
    </Panel>
  );
}
