import { ProviderDraft } from '@council/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, call } from '@/api/client';
import { Panel } from '@/app/panel';
import { SETTLED, UnsavedGuard } from '@/library/unsaved-guard';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { toast } from '@/ui/toast';
import { useSchemaForm } from '@/ui/use-schema-form';
import { ProviderFields } from './provider-fields';
import { keyVariableOf } from './key-variable';
import { SettingsFrame } from './settings-frame';

export function NewProviderPage() {
  const { t } = useTranslation(['settings', 'common']);
  const navigate = useNavigate();
  const form = useSchemaForm(ProviderDraft, { provider_id: '', name: '', base_url: '', models: [] });
  const { errors } = form.formState;
  const id = form.watch('provider_id');
  const create = useMutation({
    mutationFn: (body: ProviderDraft) => call(api.POST('/api/v1/providers', { body })),
    onSuccess: ({ provider_id, name }) => {
      toast(t('provider.added', { name }));
      void navigate(`/settings/providers/${provider_id}`, { state: SETTLED });
    },
  });
  return (
    <SettingsFrame part="providers" isOfAdmins name={t('provider.add')}>
      <Panel title={t('provider.add')} className="max-w-3xl">
        <p className="text-soft">{t('provider.addText')}</p>
        <form noValidate className="grid gap-5" onSubmit={form.handleSubmit((draft) => create.mutate(draft))}>
          <UnsavedGuard isDirty={form.formState.isDirty} />
          <Field
            label={t('field.id')}
            hint={id === '' ? t('field.idHint') : t('field.idVariable', { variable: keyVariableOf(id) })}
            error={errors.provider_id?.message}
          >
            <Input autoComplete="off" spellCheck={false} {...form.register('provider_id')} />
          </Field>
          <ProviderFields form={form} />
          {create.error !== null && <ErrorState error={create.error} />}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary" isBusy={create.isPending}>
              {t('provider.add')}
            </Button>
            <Button asChild look="quiet">
              <Link to="/settings/providers" state={SETTLED}>
                {t('common:action.cancel')}
              </Link>
            </Button>
          </div>
        </form>
      </Panel>
    </SettingsFrame>
  );
}
