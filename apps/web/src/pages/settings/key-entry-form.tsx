import { ProviderKeyDraft } from '@council/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { toast } from '@/ui/toast';
import { useSchemaForm } from '@/ui/use-schema-form';

interface KeyEntryFormProps {
  readonly id: string;
  /** The one server that the key will be sent to. */
  readonly origin: string;
  readonly isStored: boolean;
}

/** Takes a key to the server, which never gives it back; nothing of it stays in the form. */
export function KeyEntryForm({ id, origin, isStored }: KeyEntryFormProps) {
  const { t } = useTranslation('settings');
  const form = useSchemaForm(ProviderKeyDraft, { key: '', origin });
  const store = useMutation({
    mutationFn: ({ key }: ProviderKeyDraft) =>
      call(api.PUT('/api/v1/providers/{id}/key', { params: { path: { id } }, body: { key, origin } })),
    onSuccess: () => {
      form.reset({ key: '', origin });
      toast(t('key.stored'));
    },
  });
  return (
    <form noValidate className="grid gap-3" onSubmit={form.handleSubmit((draft) => store.mutate(draft))}>
      <Field
        label={t(isStored ? 'key.replaceLabel' : 'key.enterLabel')}
        hint={t('key.enterHint', { origin })}
        error={form.formState.errors.key?.message}
      >
        <Input type="password" autoComplete="off" spellCheck={false} {...form.register('key')} />
      </Field>
      {store.error !== null && <ErrorState error={store.error} />}
      <Button type="submit" size="sm" isBusy={store.isPending} className="justify-self-start">
        {t(isStored ? 'key.replace' : 'key.store')}
      </Button>
    </form>
  );
}
