import { useMutation, useQuery } from '@tanstack/react-query';
import { CircleUserRound, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, call } from '@/api/client';
import { accessQueries } from '@/api/queries/access';
import { leaveGuard } from '@/state/leave-guard';
import { personLeft } from '@/state/person';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/ui/dropdown-menu';
import { toast } from '@/ui/toast';

/** Who has signed in, and the way out. Nothing where nobody signs in. */
export function AccountMenu() {
  const { t } = useTranslation('access');
  const me = useQuery(accessQueries.me()).data;
  const signOut = useMutation({
    mutationFn: async () => {
      await call(api.POST('/api/v1/auth/sign-out'));
      // Nothing that was read for this person stays in a page. Not `onSuccess`: that comes after all queries were asked
      // anew, and they wait for somebody to sign in.
      personLeft();
    },
    onError: () => toast(t('signOutFailed'), { tone: 'bad' }),
  });
  const leave = (): void => {
    const guard = leaveGuard.get();
    if (guard === null) signOut.mutate();
    else guard.ask(() => signOut.mutate());
  };
  if (me === undefined || me.mode === 'single-user' || me.role === null) return null;
  const name = me.user?.name ?? t('tokenHolder');
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          aria-label={t('account.menu', { name })}
          className="inline-flex size-10 items-center justify-center rounded-md text-soft hover:bg-wash hover:text-ink pointer-coarse:size-11"
        >
          <CircleUserRound aria-hidden className="size-5" />
        </button>
      }
    >
      <p className="px-2.5 py-1.5 text-sm">
        <span className="block font-medium break-words">{name}</span>
        <span className="text-soft">{t(`role.${me.role}`)}</span>
      </p>
      <MenuSeparator />
      {me.user !== null && (
        <MenuItem asChild>
          <Link to="/settings/account">{t('account.title')}</Link>
        </MenuItem>
      )}
      <MenuItem onSelect={leave}>
        <LogOut aria-hidden className="size-4 text-soft" />
        {t('signOut')}
      </MenuItem>
    </DropdownMenu>
  );
}
