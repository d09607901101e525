import { KeyOrigin } from '@council/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { toast } from '@/ui/toast';
import { useSchemaForm } from '@/ui/use-schema-form';

interface KeyOriginFormProps {
  readonly id: string;
  /** Where the provider's address leads now. */
  readonly origin: string;
}

/** The address leads to another server than the one that the key was meant for. Typed, not clicked: it is read that way. */
export function KeyOriginForm({ id, origin }: KeyOriginFormProps) {
  const { t } = useTranslation('settings');
  const form = useSchemaForm(KeyOrigin, { origin: '' });
  const confirm = useMutation({
    mutationFn: (body: KeyOrigin) => call(api.POST('/api/v1/providers/{id}/key', { params: { path: { id } }, body })),
    onSuccess: () => toast(t('key.confirmed')),
  });
  return (
    <form
      noValidate
      className="grid gap-3 rounded-md bg-warn-wash p-4"
      onSubmit={form.handleSubmit((body) => confirm.mutate(body))}
    >
      <p>{t('key.heldText', { origin })}</p>
      <Field
        label={t('key.origin')}
        hint={t('key.originHint', { origin })}
        error={form.formState.errors.origin?.message}
      >
        <Input inputMode="url" autoComplete="off" {...form.register('origin')} />
      </Field>
      {confirm.error !== null && <ErrorState error={confirm.error} />}
      <Button type="submit" size="sm" isBusy={confirm.isPending} className="justify-self-start">
        {t('key.confirm')}
      </Button>
    </form>
  );
}
