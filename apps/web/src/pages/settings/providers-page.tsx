import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { providerQueries } from '@/api/queries/providers';
import { Panel } from '@/app/panel';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { QueryView } from '@/ui/query-view';
import { ProviderList } from './provider-list';
import { SettingsFrame } from './settings-frame';

/** Who can be called, and who could be. */
export function ProvidersPage() {
  const { t } = useTranslation('settings');
  const providers = useQuery(providerQueries.list());
  const add = (
    <Button asChild size="sm" look="primary">
      <Link to="/settings/providers/new">
        <Plus aria-hidden className="size-4" />
        {t('provider.add')}
      </Link>
    </Button>
  );
  return (
    <SettingsFrame part="providers">
      <QueryView query={providers}>
        {({ providers: all }) => {
          const usable = all.filter(({ is_configured }) => is_configured);
          const others = all.filter(({ is_configured }) => !is_configured);
          // What somebody has added is nearer to being used than what the product brings along.
          const ordered = [...others.filter((one) => one.is_custom), ...others.filter((one) => !one.is_custom)];
          return (
            <>
              <Panel title={t('provider.usable')} aside={add}>
                {usable.length > 0 ? (
                  <ProviderList providers={usable} />
                ) : (
                  <EmptyState title={t('provider.none')}>{t('provider.noneText')}</EmptyState>
                )}
              </Panel>
              {ordered.length > 0 && (
                <Panel title={t('provider.others')}>
                  <ProviderList providers={ordered} />
                </Panel>
              )}
            </>
          );
        }}
      </QueryView>
    </SettingsFrame>
  );
}
