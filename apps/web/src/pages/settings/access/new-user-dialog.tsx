import { ROLES, UserDraft } from '@council/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { toast } from '@/ui/toast';
import { useSchemaForm } from '@/ui/use-schema-form';

interface NewUserDialogProps {
  /** The first one has to be an admin, and ends single-user mode. */
  readonly isFirst: boolean;
  readonly onClose: () => void;
}

export function NewUserDialog({ isFirst, onClose }: NewUserDialogProps) {
  const { t } = useTranslation('access');
  const form = useSchemaForm(UserDraft, { name: '', role: isFirst ? 'admin' : 'member', password: '' });
  const { errors } = form.formState;
  const role = ROLES.find((value) => value === form.watch('role')) ?? 'member';
  const add = useMutation({
    mutationFn: (body: UserDraft) => call(api.POST('/api/v1/users', { body })),
    onSuccess: ({ name }) => {
      toast(t('users.added', { name }));
      onClose();
    },
  });
  const roles = (isFirst ? (['admin'] as const) : ROLES).map((value) => ({ value, label: t(`role.${value}`) }));
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('users.add')}
      description={t(isFirst ? 'users.firstText' : 'users.addText')}
    >
      <form noValidate className="grid gap-4" onSubmit={form.handleSubmit((values) => add.mutate(values))}>
        <Field label={t('name')} error={errors.name?.message}>
          <Input autoComplete="off" {...form.register('name')} />
        </Field>
        <Field label={t('users.role')} hint={t(`roleText.${role}`)}>
          <Select value={role} options={roles} onChange={(next) => form.setValue('role', next)} />
        </Field>
        <Field label={t('password')} hint={t('passwordHint')} error={errors.password?.message}>
          <Input type="password" autoComplete="new-password" {...form.register('password')} />
        </Field>
        {add.error !== null && <ErrorState error={add.error} />}
        <Button type="submit" look="primary" isBusy={add.isPending} className="justify-self-start">
          {t('users.add')}
        </Button>
      </form>
    </Dialog>
  );
}
