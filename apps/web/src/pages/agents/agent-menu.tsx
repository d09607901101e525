import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '@/api/client';
import { ItemMenu } from '@/library/item-menu';
import { saveJson } from '@/library/save-json';
import { SETTLED } from '@/library/unsaved-guard';
import { toast } from '@/ui/toast';
import { draftOf } from './agent-file';
import { deleteAgent, duplicateAgent } from './agent-requests';

interface AgentMenuProps {
  readonly agent: Schemas['Agent'];
  readonly onError: (error: Error) => void;
}

export function AgentMenu({ agent, onError }: AgentMenuProps) {
  const { t } = useTranslation(['agents', 'library']);
  const navigate = useNavigate();
  const { agent_uuid: uuid, name } = agent;
  const duplicate = useMutation({
    mutationFn: () => duplicateAgent(uuid),
    onSuccess: (copy) => {
      toast(t('library:copied', { name: copy.name }));
      return navigate(`/agents/${copy.agent_uuid}`);
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => deleteAgent(uuid),
    onSuccess: () => {
      toast(t('library:deleted', { name }));
      return navigate('/agents', { state: SETTLED });
    },
    onError,
  });
  return (
    <ItemMenu
      name={name}
      onDuplicate={() => duplicate.mutate()}
      onExport={() => saveJson(name, 'agent', draftOf(agent))}
      onDelete={() => remove.mutate()}
      deleteText={t('delete')}
    />
  );
}
