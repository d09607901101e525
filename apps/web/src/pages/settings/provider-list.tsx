import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Provider } from '@/api/queries/providers';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { ProviderBadge } from './provider-badge';

export function ProviderList({ providers }: { readonly providers: readonly Provider[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {providers.map((provider) => (
        <ProviderRow key={provider.provider_id} provider={provider} />
      ))}
    </ul>
  );
}

function ProviderRow({ provider }: { readonly provider: Provider }) {
  const { t } = useTranslation('settings');
  const { provider_id: id, name, models, base_url, is_custom, key_variable, has_key } = provider;
  const key = key_variable === null ? 'notNeeded' : has_key ? 'there' : 'missing';
  return (
    <li className="relative grid gap-x-4 gap-y-1 px-4 py-3 first:rounded-t-lg last:rounded-b-lg hover:bg-wash sm:grid-cols-[1fr_auto]">
      <span className="flex min-w-0 items-center gap-3">
        <Avatar id={id} name={name} size="sm" />
        <Link to={`/settings/providers/${id}`} className="truncate font-medium after:absolute after:inset-0">
          {name}
        </Link>
      </span>
      <span className="flex flex-wrap items-center gap-2 sm:justify-end">
        {is_custom && <Badge>{t('provider.own')}</Badge>}
        <ProviderBadge provider={provider} />
      </span>
      <p className="flex min-w-0 flex-wrap gap-x-3 text-sm text-soft sm:col-span-2">
        <span>{t(`provider.key.${key}`)}</span>
        <span>{t('provider.models', { count: models.length })}</span>
        {base_url !== null && <span className="break-all">{base_url}</span>}
      </p>
    </li>
  );
}
