import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '@/api/client';
import { groupQueries } from '@/api/queries/lists';
import { useGroupWhyNot } from '@/api/use-why-not';
import { ItemMenu } from '@/library/item-menu';
import { saveJson } from '@/library/save-json';
import { SETTLED } from '@/library/unsaved-guard';
import { useCopyName } from '@/library/use-copy-name';
import { useWords } from '@/library/use-words';
import { toast } from '@/ui/toast';
import { draftOf } from './group-file';
import { GroupLosses } from './group-losses';
import { createGroup, deleteGroup } from './group-requests';

interface GroupMenuProps {
  readonly group: Schemas['Group'];
  readonly onError: (error: Error) => void;
}

const NAME_MAX = 128;

export function GroupMenu({ group, onError }: GroupMenuProps) {
  const { t } = useTranslation('library');
  const navigate = useNavigate();
  const copyName = useCopyName();
  const groups = useQuery(groupQueries.list()).data ?? [];
  const words = useWords()(group);
  const taken = groups.map(({ name }) => name);
  const duplicate = useMutation({
    mutationFn: () => createGroup({ ...draftOf(words), name: copyName(words.name, taken, NAME_MAX) }),
    onSuccess: (copy) => {
      toast(t('copied', { name: copy.name }));
      return navigate(`/groups/${copy.group_uuid}`);
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => deleteGroup(group.group_uuid),
    onSuccess: () => {
      toast(t('deleted', { name: words.name }));
      return navigate('/groups', { state: SETTLED });
    },
    onError,
  });
  return (
    <ItemMenu
      name={words.name}
      onDuplicate={() => duplicate.mutate()}
      onExport={() => saveJson(words.name, 'group', draftOf(words))}
      onDelete={() => remove.mutate()}
      deleteWhyNot={useGroupWhyNot(group.group_uuid, 'own')}
      deleteText={<GroupLosses uuid={group.group_uuid} />}
    />
  );
}
