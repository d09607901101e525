import { ROLES, type UserEdit } from '@council/contracts';
import { useMutation } from '@tanstack/react-query';
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { User } from '@/api/queries/access';
import { Badge } from '@/ui/badge';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { ErrorState } from '@/ui/error-state';
import { IconButton } from '@/ui/icon-button';
import { Select } from '@/ui/select';
import { Table } from '@/ui/table';
import { toast } from '@/ui/toast';
import { NewPasswordDialog } from './new-password-dialog';

export function UserTable({ users }: { readonly users: readonly User[] }) {
  const { t } = useTranslation('access');
  const [forgetful, setForgetful] = useState<User | null>(null);
  const edit = useMutation({
    mutationFn: ({ id, ...body }: UserEdit & { readonly id: string }) =>
      call(api.PUT('/api/v1/users/{id}', { params: { path: { id } }, body })),
    onSuccess: ({ name, role, is_disabled: isOut }, { role: given }) => {
      if (given !== undefined) toast(t('users.isNow', { name, role: t(`role.${role}`) }));
      else toast(t(isOut ? 'users.isOut' : 'users.isIn', { name }));
    },
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
              <div className="max-w-56 min-w-32">
                <Select
                  label={t('users.roleOf', { name })}
                  value={role}
                  options={roles}
                  onChange={(next) => edit.mutate({ id, role: next })}
                />
              </div>
            ),
          },
          {
            name: 'actions',
            title: t('actions'),
            cell: (user) => (
              <DropdownMenu
                trigger={<IconButton icon={EllipsisVertical} label={t('users.more', { name: user.name })} size="sm" />}
              >
                <MenuItem onSelect={() => setForgetful(user)}>{t('users.newPassword')}</MenuItem>
                <MenuItem onSelect={() => edit.mutate({ id: user.user_uuid, is_disabled: !user.is_disabled })}>
                  {t(user.is_disabled ? 'users.letIn' : 'users.shutOut')}
                </MenuItem>
              </DropdownMenu>
            ),
          },
        ]}
      />
      {forgetful !== null && <NewPasswordDialog user={forgetful} onClose={() => setForgetful(null)} />}
    </div>
  );
}
