import { PasswordChange } from '@council/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { accessQueries } from '@/api/queries/access';
import { Panel } from '@/app/panel';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { toast } from '@/ui/toast';
import { useSchemaForm } from '@/ui/use-schema-form';
import { TokensPanel } from './access/tokens-panel';
import { SettingsFrame } from './settings-frame';

/** One's own password, and the tokens of one's programs. */
export function AccountPage() {
  const { t } = useTranslation('access');
  const me = useQuery(accessQueries.me()).data;
  return (
    <SettingsFrame part="account">
      {me?.user == null ? (
        <EmptyState title={t('account.nobody')}>{t('account.nobodyText')}</EmptyState>
      ) : (
        <div className="grid gap-10">
          <PasswordPanel />
          <TokensPanel role={me.role ?? 'viewer'} />
        </div>
      )}
    </SettingsFrame>
  );
}

function PasswordPanel() {
  const { t } = useTranslation('access');
  const form = useSchemaForm(PasswordChange, { current_password: '', new_password: '' });
  const { errors } = form.formState;
  const change = useMutation({
    mutationFn: (body: PasswordChange) => call(api.PUT('/api/v1/auth/password', { body })),
    onSuccess: () => {
      form.reset();
      toast(t('account.changed'));
    },
  });
  return (
    <Panel title={t('account.password')}>
      <p className="max-w-[72ch] text-soft">{t('account.passwordText')}</p>
      <form noValidate className="grid max-w-md gap-4" onSubmit={form.handleSubmit((values) => change.mutate(values))}>
        <Field label={t('account.current')} error={errors.current_password?.message}>
          <Input type="password" autoComplete="current-password" {...form.register('current_password')} />
        </Field>
        <Field label={t('account.new')} hint={t('passwordHint')} error={errors.new_password?.message}>
          <Input type="password" autoComplete="new-password" {...form.register('new_password')} />
        </Field>
        {change.error !== null && <ErrorState error={change.error} />}
        <Button type="submit" look="primary" isBusy={change.isPending} className="justify-self-start">
          {t('account.change')}
        </Button>
      </form>
    </Panel>
  );
}
