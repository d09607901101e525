import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessQueries, type Me } from '@/api/queries/access';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { CredentialsForm } from './credentials-form';

type Way = 'token' | 'signIn' | 'firstAdmin';

function wayOf({ mode, needs_first_admin: needsFirst }: Me): Way {
  if (mode === 'token') return 'token';
  return needsFirst ? 'firstAdmin' : 'signIn';
}

/** Over the page that was asked for, which goes on when the server knows who asks: nothing that was typed is lost. */
export function SignInDialog() {
  const { t } = useTranslation('access');
  const me = useQuery({ ...accessQueries.me(), staleTime: 0 }).data;
  const [chosen, setChosen] = useState<Way | null>(null);
  if (me === undefined) return null;
  const way = chosen ?? wayOf(me);
  const token = { name: 'token', label: t(`${way === 'firstAdmin' ? 'firstAdmin' : 'token'}.label`) };
  const name = { name: 'name', label: t('name'), autoComplete: 'username' };
  const password = { name: 'password', label: t('password'), isSecret: true };
  return (
    <Dialog isOpen isDismissible={false} title={t(`${way}.title`)} description={t(`${way}.text`)}>
      {way === 'token' && (
        <CredentialsForm
          asked={[{ ...token, isSecret: true, autoComplete: 'current-password' }]}
          action={t('token.show')}
          read={({ token: shown = '' }) => ({ way: 'token', token: shown.trim() })}
        >
          <Button look="quiet" onClick={() => setChosen('firstAdmin')}>
            {t('firstAdmin.instead')}
          </Button>
        </CredentialsForm>
      )}
      {way === 'signIn' && (
        <CredentialsForm
          asked={[name, { ...password, autoComplete: 'current-password' }]}
          action={t('signIn.action')}
          read={(values) => ({ way: 'sign-in', name: values['name'] ?? '', password: values['password'] ?? '' })}
        />
      )}
      {way === 'firstAdmin' && (
        <CredentialsForm
          asked={[
            { ...token, autoComplete: 'off' },
            name,
            { ...password, hint: t('passwordHint'), autoComplete: 'new-password' },
          ]}
          action={t('firstAdmin.action')}
          read={({ token: shown = '', name: called = '', password: secret = '' }) => ({
            way: 'first-admin',
            token: shown.trim(),
            name: called,
            password: secret,
          })}
        >
          {me.mode === 'token' && (
            <Button look="quiet" onClick={() => setChosen('token')}>
              {t('token.instead')}
            </Button>
          )}
        </CredentialsForm>
      )}
    </Dialog>
  );
}
