import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessQueries } from '@/api/queries/access';
import { Panel } from '@/app/panel';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { QueryView } from '@/ui/query-view';
import { NewUserDialog } from './access/new-user-dialog';
import { UserTable } from './access/user-table';
import { SettingsFrame } from './settings-frame';

/** Who may sign in, and as what. */
export function UsersPage() {
  return (
    <SettingsFrame part="users" isOfAdmins>
      <Users />
    </SettingsFrame>
  );
}

function Users() {
  const { t } = useTranslation('access');
  const [isNew, setIsNew] = useState(false);
  const users = useQuery(accessQueries.users());
  const isAlone = useQuery(accessQueries.me()).data?.mode === 'single-user';
  return (
    <>
      <Panel
        title={t('users.title')}
        aside={
          <Button size="sm" look="primary" disabled={users.data === undefined} onClick={() => setIsNew(true)}>
            {t('users.add')}
          </Button>
        }
      >
        <p className="max-w-[72ch] text-soft">{t(isAlone ? 'users.aloneText' : 'users.text')}</p>
        <QueryView query={users}>
          {(found) =>
            found.length === 0 ? (
              <EmptyState title={t('users.none')}>{t('users.noneText')}</EmptyState>
            ) : (
              <UserTable users={found} />
            )
          }
        </QueryView>
      </Panel>
      {isNew && <NewUserDialog isFirst={users.data?.length === 0} onClose={() => setIsNew(false)} />}
    </>
  );
}
