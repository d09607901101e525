import { ProviderDraft } from '@council/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { ProviderDetails } from '@/api/queries/providers';
import { Panel } from '@/app/panel';
import { UnsavedGuard } from '@/library/unsaved-guard';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { toast } from '@/ui/toast';
import { useSchemaForm } from '@/ui/use-schema-form';
import { ProviderFields } from './provider-fields';
import { changesOf, originOf, valuesOf } from './provider-form';

/** How it is called. Where the address leads to another server, what happens to the key is said before it is saved. */
export function ProviderSettings({ provider }: { readonly provider: ProviderDetails }) {
  const { t } = useTranslation(['settings', 'common']);
  const id = provider.provider_id;
  const before = valuesOf(provider);
  const form = useSchemaForm(ProviderDraft, before);
  const save = useMutation({
    mutationFn: (after: ProviderDraft) =>
      call(api.PUT('/api/v1/providers/{id}', { params: { path: { id } }, body: changesOf(before, after) })),
    onSuccess: (saved) => {
      form.reset(valuesOf(saved));
      toast(t('provider.saved'));
    },
  });
  const origin = originOf(form.watch('base_url'));
  const known = originOf(provider.base_url);
  const leadsElsewhere = provider.key_variable !== null && origin !== null && origin !== known;
  return (
    <Panel title={t('provider.settings')}>
      <form noValidate className="grid gap-5" onSubmit={form.handleSubmit((after) => save.mutate(after))}>
        <UnsavedGuard isDirty={form.formState.isDirty} />
        <ProviderFields form={form} />
        {leadsElsewhere && (
          <p role="status" className="rounded-md bg-warn-wash p-4 text-sm">
            {t('key.willBeHeld', { origin })}
          </p>
        )}
        {save.error !== null && <ErrorState error={save.error} />}
        <Button
          type="submit"
          look="primary"
          isBusy={save.isPending}
          disabled={!form.formState.isDirty}
          className="justify-self-start"
        >
          {t('common:action.save')}
        </Button>
      </form>
    </Panel>
  );
}
