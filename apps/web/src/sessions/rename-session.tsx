import { SessionEdit } from '@council/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { Session } from '@/api/queries/sessions';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { useSchemaForm } from '@/ui/use-schema-form';

interface RenameSessionProps {
  readonly session: Session;
  readonly onClose: () => void;
}

export function RenameSession({ session: { session_uuid: id, title }, onClose }: RenameSessionProps) {
  const { t } = useTranslation(['sessions', 'common']);
  const form = useSchemaForm(SessionEdit, { title });
  const rename = useMutation({
    mutationFn: (body: SessionEdit) => call(api.PATCH('/api/v1/sessions/{id}', { params: { path: { id } }, body })),
    onSuccess: onClose,
  });
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('rename.title')} description={t('rename.text')}>
      <form noValidate className="grid gap-4" onSubmit={form.handleSubmit((body) => rename.mutate(body))}>
        <Field label={t('rename.label')} error={form.formState.errors.title?.message}>
          <Input autoComplete="off" {...form.register('title')} />
        </Field>
        {rename.error !== null && <ErrorState error={rename.error} />}
        <Button type="submit" writes look="primary" isBusy={rename.isPending} className="justify-self-start">
          {t('common:action.save')}
        </Button>
      </form>
    </Dialog>
  );
}
