import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { accessQueries } from '@/api/queries/access';
import { PageFrame } from '@/app/page-frame';
import { WritingFor } from '@/app/writing-for';
import { cx } from '@/ui/cx';
import { EmptyState } from '@/ui/empty-state';
import { QueryView } from '@/ui/query-view';
import { useShown } from '@/ui/use-shown';

const PARTS = {
  browser: '/settings',
  providers: '/settings/providers',
  prices: '/settings/prices',
  system: '/settings/system',
  users: '/settings/users',
  audit: '/settings/audit',
  account: '/settings/account',
} as const;
type PartName = keyof typeof PARTS;

interface SettingsFrameProps {
  readonly part: PartName;
  /** What the tab says, where it is more than the part's name. */
  readonly name?: string;
  /** The server tells it to admins alone. */
  readonly isOfAdmins?: boolean;
  readonly children: ReactNode;
}

/** The parts of the settings, each with an address of its own. */
export function SettingsFrame({ part, name, isOfAdmins = false, children }: SettingsFrameProps) {
  const { t } = useTranslation('settings');
  const me = useQuery(accessQueries.me()).data;
  const hasAccount = me?.user != null || part === 'account';
  const parts = (Object.keys(PARTS) as PartName[]).filter((key) => key !== 'account' || hasAccount);
  const row = useShown<HTMLElement>('[aria-current]', part);
  return (
    <PageFrame title={t('title')} tabTitle={`${name ?? t(`part.${part}`)} · ${t('title')}`}>
      <nav ref={row} aria-label={t('parts')} className="-mt-4 flex gap-1 overflow-x-auto border-b border-line p-1 pb-0">
        {parts.map((key) => (
          <NavLink
            key={key}
            to={PARTS[key]}
            end={key === 'browser'}
            className={({ isActive }) =>
              cx(
                'inline-flex min-h-10 items-center rounded-t-md border-b-2 px-3 text-sm font-medium whitespace-nowrap pointer-coarse:min-h-11',
                isActive ? 'border-accent text-accent-strong' : 'border-transparent text-soft hover:text-ink',
              )
            }
          >
            {t(`part.${key}`)}
          </NavLink>
        ))}
      </nav>
      <WritingFor need="admin">{isOfAdmins ? <OfAdmins>{children}</OfAdmins> : children}</WritingFor>
    </PageFrame>
  );
}

function OfAdmins({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('settings');
  return (
    <QueryView query={useQuery(accessQueries.me())}>
      {({ role }) =>
        role === 'viewer' || role === 'member' ? (
          <EmptyState title={t('admins.title')}>{t(`admins.text.${role}`)}</EmptyState>
        ) : (
          children
        )
      }
    </QueryView>
  );
}
