import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '@/api/client';
import { agentQueries } from '@/api/queries/lists';
import { ItemMenu } from '@/library/item-menu';
import { saveJson } from '@/library/save-json';
import { SETTLED } from '@/library/unsaved-guard';
import { useCopyName } from '@/library/use-copy-name';
import { useWords } from '@/library/use-words';
import { toast } from '@/ui/toast';
import { draftOf } from './agent-file';
import { deleteAgent, duplicateAgent } from './agent-requests';
import { AgentUses } from './agent-uses';

interface AgentMenuProps {
  readonly agent: Schemas['Agent'];
  readonly onError: (error: Error) => void;
}

const NAME_MAX = 64;

export function AgentMenu({ agent, onError }: AgentMenuProps) {
  const { t } = useTranslation(['agents', 'library']);
  const navigate = useNavigate();
  const copyName = useCopyName();
  const { agent_uuid: uuid, name } = useWords()(agent);
  const taken = (useQuery(agentQueries.list()).data ?? []).map((other) => other.name);
  const duplicate = useMutation({
    mutationFn: () => duplicateAgent(uuid, { name: copyName(name, taken, NAME_MAX) }),
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
      deleteText={<AgentUses uuid={uuid} />}
    />
  );
}
