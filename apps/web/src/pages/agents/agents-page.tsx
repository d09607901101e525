import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { agentQueries } from '@/api/queries/lists';
import { ImportFile } from '@/library/import-file';
import { LibraryPage } from '@/library/library-page';
import { useWords } from '@/library/use-words';
import { AgentCard } from './agent-card';
import { AgentFileDraft } from './agent-file';
import { createAgent } from './agent-requests';

export function AgentsPage() {
  const { t } = useTranslation('agents');
  const wordsOf = useWords();
  const navigate = useNavigate();
  return (
    <LibraryPage
      title={t('title')}
      lead={t('lead')}
      searchLabel={t('search')}
      query={useQuery(agentQueries.list())}
      keyOf={({ agent_uuid }) => agent_uuid}
      textsOf={(agent) => {
        const { name, description, persona_prompt: persona, model_config: speaker } = wordsOf(agent);
        return [name, description, persona, speaker.provider, speaker.model];
      }}
      filter={{ label: t('model.provider'), kindOf: ({ model_config: { provider } }) => provider }}
      card={(agent, onError) => <AgentCard agent={agent} onError={onError} />}
      importing={(onRefused) => (
        <ImportFile
          schema={AgentFileDraft}
          create={createAgent}
          onMade={({ agent_uuid }) => navigate(`/agents/${agent_uuid}`)}
          onRefused={onRefused}
        />
      )}
      making={{ path: '/agents/new', label: t('new') }}
      none={{ title: t('none'), text: t('noneText') }}
    />
  );
}
