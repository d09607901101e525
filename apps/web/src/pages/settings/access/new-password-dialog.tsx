import { UserDraft } from '@council/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { User } from '@/api/queries/access';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { toast } from '@/ui/toast';
import { useSchemaForm } from '@/ui/use-schema-form';

const PasswordForm = UserDraft.pick({ password: true });

interface NewPasswordDialogProps {
  readonly user: User;
  readonly onClose: () => void;
}

/** For whoever has forgotten theirs. */
export function NewPasswordDialog({ user: { user_uuid: id, name }, onClose }: NewPasswordDialogProps) {
  const { t } = useTranslation('access');
  const form = useSchemaForm(PasswordForm, { password: '' });
  const set = useMutation({
    mutationFn: (body: { readonly password: string }) =>
      call(api.PUT('/api/v1/users/{id}', { params: { path: { id } }, body })),
    onSuccess: () => {
      toast(t('users.passwordSet', { name }));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('users.passwordOf', { name })}
      description={t('users.newPasswordText')}
    >
      <form noValidate className="grid gap-4" onSubmit={form.handleSubmit((values) => set.mutate(values))}>
        <Field label={t('password')} hint={t('passwordHint')} error={form.formState.errors.password?.message}>
          <Input type="password" autoComplete="new-password" {...form.register('password')} />
        </Field>
        {set.error !== null && <ErrorState error={set.error} />}
        <Button type="submit" look="primary" isBusy={set.isPending} className="justify-self-start">
          {t('users.newPassword')}
        </Button>
      </form>
    </Dialog>
  );
}
