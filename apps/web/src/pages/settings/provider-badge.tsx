import { useTranslation } from 'react-i18next';
import type { Provider } from '@/api/queries/providers';
import { Badge } from '@/ui/badge';
import { providerState } from './provider-state';

export function ProviderBadge({ provider }: { readonly provider: Provider }) {
  const { t } = useTranslation('settings');
  const { name, tone } = providerState(provider);
  return <Badge tone={tone}>{t(`provider.state.${name}`)}</Badge>;
}
