import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '@/api/client';
import { groupQueries } from '@/api/queries/lists';
import { copyName } from '@/library/copy-name';
import { ItemMenu } from '@/library/item-menu';
import { saveJson } from '@/library/save-json';
import { SETTLED } from '@/library/unsaved-guard';
import { toast } from '@/ui/toast';
import { draftOf } from './group-file';
import { createGroup, deleteGroup } from './group-requests';

interface GroupMenuProps {
  readonly group: Schemas['Group'];
  readonly onError: (error: Error) => void;
}

const NAME_MAX = 128;

export function GroupMenu({ group, onError }: GroupMenuProps) {
  const { t } = useTranslation(['groups', 'library']);
  const navigate = useNavigate();
  const groups = useQuery(groupQueries.list()).data ?? [];
  const taken = groups.map(({ name }) => name);
  const duplicate = useMutation({
    mutationFn: () => createGroup({ ...draftOf(group), name: copyName(group.name, taken, NAME_MAX) }),
    onSuccess: (copy) => {
      toast(t('library:copied', { name: copy.name }));
      return navigate(`/groups/${copy.group_uuid}`);
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => deleteGroup(group.group_uuid),
    onSuccess: () => {
      toast(t('library:deleted', { name: group.name }));
      return navigate('/groups', { state: SETTLED });
    },
    onError,
  });
  return (
    <ItemMenu
      name={group.name}
      onDuplicate={() => duplicate.mutate()}
      onExport={() => saveJson(group.name, 'group', draftOf(group))}
      onDelete={() => remove.mutate()}
      deleteText={t('delete')}
    />
  );
}
