import { ROLES, type UserEdit } from '@council/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { User } from '@/api/queries/access';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Select } from '@/ui/select';
import { Table } from '@/ui/table';
import { NewPasswordDialog } from './new-password-dialog';

export function UserTable({ users }: { readonly users: readonly User[] }) {
  const { t } = useTranslation('access');
  const [forgetful, setForgetful] = useState<User | null>(null);
  const edit = useMutation({
    mutationFn: ({ id, ...body }: UserEdit & { readonly id: string }) =>
      call(api.PUT('/api/v1/users/{id}', { params: { path: { id } }, body })),
  });
  const roles = ROLES.map((value) => ({ value, label: t(`role.${value}`) }));
  return (
    <div className="grid gap-3">
      {edit.error !== null && <ErrorState error={edit.error} />}
      <Table
        caption={t('users.title')}
        rows={users}
        rowKey={({ user_uuid: id }) => id}
        columns={[
          {
            name: 'name',
            title: t('name'),
            cell: ({ name, is_disabled: isDisabled }) => (
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {name}
                {isDisabled && <Badge>{t('users.disabled')}</Badge>}
              </span>
            ),
          },
          {
            name: 'role',
            title: t('users.role'),
            cell: ({ user_uuid: id, name, role }) => (
              <Select
                label={t('users.roleOf', { name })}
                value={role}
                options={roles}
                onChange={(next) => edit.mutate({ id, role: next })}
              />
            ),
          },
          {
            name: 'actions',
            title: t('actions'),
            cell: (user) => (
              <span className="flex flex-wrap gap-1">
                <Button
                  size="sm"
                  look="quiet"
                  aria-label={t('users.passwordOf', { name: user.name })}
                  onClick={() => setForgetful(user)}
                >
                  {t('users.newPassword')}
                </Button>
                <Button
                  size="sm"
                  look="quiet"
                  aria-label={t(user.is_disabled ? 'users.letInOf' : 'users.shutOutOf', { name: user.name })}
                  onClick={() => edit.mutate({ id: user.user_uuid, is_disabled: !user.is_disabled })}
                >
                  {t(user.is_disabled ? 'users.letIn' : 'users.shutOut')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {forgetful !== null && <NewPasswordDialog user={forgetful} onClose={() => setForgetful(null)} />}
    </div>
  );
}
