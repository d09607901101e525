import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { accessQueries } from '@/api/queries/access';
import { type ProviderDetails, providerQueries } from '@/api/queries/providers';
import { isExpert } from '@/state/expert';
import { useValue } from '@/state/use-value';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { QueryView } from '@/ui/query-view';
import { RawData } from '@/ui/raw-data';
import { KeyPanel } from './key-panel';
import { ModelsPanel } from './models-panel';
import { ProviderBadge } from './provider-badge';
import { ProviderEdges } from './provider-edges';
import { ProviderSettings } from './provider-settings';
import { SettingsFrame } from './settings-frame';
import { TestPanel } from './test-panel';

/** One provider: its key, whether it answers, what it offers, how it is called. */
export function ProviderPage() {
  const { providerId = '' } = useParams();
  const { t } = useTranslation('settings');
  const isAdmin = useQuery(accessQueries.me()).data?.role === 'admin';
  const provider = useQuery({ ...providerQueries.one(providerId), enabled: isAdmin });
  return (
    <SettingsFrame part="providers" isOfAdmins name={provider.data?.name ?? providerId}>
      <Link to="/settings/providers" className="link -mb-4 inline-flex items-center gap-1.5 justify-self-start text-sm">
        <ArrowLeft aria-hidden className="size-4" />
        {t('provider.all')}
      </Link>
      <QueryView query={provider}>{(details) => <ProviderParts key={providerId} provider={details} />}</QueryView>
    </SettingsFrame>
  );
}

function ProviderParts({ provider }: { readonly provider: ProviderDetails }) {
  const { t } = useTranslation('settings');
  const expert = useValue(isExpert);
  return (
    <>
      <div className="grid gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <Avatar id={provider.provider_id} name={provider.name} />
          <h2 className="font-serif text-2xl font-semibold">{provider.name}</h2>
          {provider.is_custom && <Badge>{t('provider.own')}</Badge>}
          <ProviderBadge provider={provider} />
        </div>
        {provider.base_url !== null && <p className="text-sm break-all text-soft">{provider.base_url}</p>}
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className="grid min-w-0 gap-8">
          <KeyPanel provider={provider} />
          <TestPanel provider={provider} />
          <ModelsPanel provider={provider} />
        </div>
        <div className="grid min-w-0 gap-8">
          <ProviderSettings provider={provider} />
          <ProviderEdges provider={provider} />
          {expert && <RawData title={t('expert.raw')} data={provider} />}
        </div>
      </div>
    </>
  );
}
