import { FirstAdmin, SignIn } from '@council/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { accessQueries, type Me } from '@/api/queries/access';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { CredentialsForm } from './credentials-form';

type Way = 'token' | 'signIn' | 'firstAdmin';

const shown = FirstAdmin.shape.token.transform((token) => token.trim());
const BY_TOKEN = z.object({ token: shown }).transform(({ token }) => ({ way: 'token' as const, token }));
const BY_NAME = SignIn.transform((typed) => ({ way: 'sign-in' as const, ...typed }));
const AS_FIRST = FirstAdmin.extend({ token: shown }).transform((typed) => ({ way: 'first-admin' as const, ...typed }));
const NOTHING = { token: '', name: '', password: '' };

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
  const token = { name: 'token', label: t(`${way === 'firstAdmin' ? 'firstAdmin' : 'token'}.label`) } as const;
  const name = { name: 'name', label: t('name'), autoComplete: 'username' } as const;
  const password = { name: 'password', label: t('password'), isSecret: true } as const;
  return (
    <Dialog isOpen isDismissible={false} title={t(`${way}.title`)} description={t(`${way}.text`)}>
      {way === 'token' && (
        <CredentialsForm
          schema={BY_TOKEN}
          empty={NOTHING}
          asked={[{ ...token, isSecret: true, autoComplete: 'current-password' }]}
          action={t('token.show')}
        >
          <Button look="quiet" onClick={() => setChosen('firstAdmin')}>
            {t('firstAdmin.instead')}
          </Button>
        </CredentialsForm>
      )}
      {way === 'signIn' && (
        <CredentialsForm
          schema={BY_NAME}
          empty={NOTHING}
          asked={[name, { ...password, autoComplete: 'current-password' }]}
          action={t('signIn.action')}
        />
      )}
      {way === 'firstAdmin' && (
        <CredentialsForm
          schema={AS_FIRST}
          empty={NOTHING}
          asked={[
            { ...token, autoComplete: 'off' },
            name,
            { ...password, hint: t('passwordHint'), autoComplete: 'new-password' },
          ]}
          action={t('firstAdmin.action')}
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
