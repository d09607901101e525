import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, call, type Schemas } from '@/api/client';
import type { ProviderDetails } from '@/api/queries/providers';
import { SETTLED } from '@/library/unsaved-guard';
import { AlertDialog } from '@/ui/alert-dialog';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Switch } from '@/ui/switch';
import { toast } from '@/ui/toast';

/** On and off, and its end: one that comes with the product cannot be deleted, but goes back to its own address. */
export function ProviderEdges({ provider }: { readonly provider: ProviderDetails }) {
  const { t } = useTranslation(['settings', 'common']);
  const navigate = useNavigate();
  const { provider_id: id, name, is_enabled, is_custom } = provider;
  const params = { path: { id } };
  const change = useMutation({
    mutationFn: (body: Schemas['ProviderEdit']) => call(api.PUT('/api/v1/providers/{id}', { params, body })),
    onSuccess: () => toast(t('provider.saved')),
  });
  const remove = useMutation({
    mutationFn: () => call(api.DELETE('/api/v1/providers/{id}', { params })),
    onSuccess: () => {
      toast(t('provider.deleted', { name }));
      void navigate('/settings/providers', { state: SETTLED });
    },
  });
  const error = change.error ?? remove.error;
  return (
    <div className="grid gap-4 border-t border-line pt-6">
      <Switch
        label={t('provider.enabled')}
        hint={t('provider.enabledHint')}
        isOn={is_enabled}
        isDisabled={change.isPending}
        onChange={(next) => change.mutate({ is_enabled: next })}
      />
      {is_custom ? (
        <AlertDialog
          title={t('provider.deleteTitle', { name })}
          description={t('provider.deleteText')}
          action={t('common:action.delete')}
          isDangerous
          onConfirm={() => remove.mutate()}
          trigger={
            <Button size="sm" className="justify-self-start text-bad" isBusy={remove.isPending}>
              {t('provider.delete')}
            </Button>
          }
        />
      ) : (
        <div className="grid justify-items-start gap-2 text-sm">
          <p className="text-soft">{t('provider.preset')}</p>
          <Button size="sm" isBusy={change.isPending} onClick={() => change.mutate({ base_url: null })}>
            {t('provider.ownAddress')}
          </Button>
        </div>
      )}
      {error !== null && <ErrorState error={error} />}
    </div>
  );
}
