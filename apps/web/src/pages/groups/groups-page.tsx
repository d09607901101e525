import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { agentQueries, groupQueries } from '@/api/queries/lists';
import { ImportFile } from '@/library/import-file';
import { LibraryPage } from '@/library/library-page';
import { useWords } from '@/library/use-words';
import { GroupCard } from './group-card';
import { GroupFileDraft } from './group-file';
import { createGroup } from './group-requests';

export function GroupsPage() {
  const { t } = useTranslation('groups');
  const navigate = useNavigate();
  const wordsOf = useWords();
  const agents = useQuery(agentQueries.list()).data ?? [];
  return (
    <LibraryPage
      title={t('title')}
      lead={t('lead')}
      searchLabel={t('search')}
      query={useQuery(groupQueries.list())}
      keyOf={({ group_uuid }) => group_uuid}
      textsOf={(group) => {
        const { name, system_prompt, default_agent_uuids: members } = wordsOf(group);
        const seated = agents.filter(({ agent_uuid }) => members.includes(agent_uuid));
        return [name, system_prompt, ...seated.map((agent) => wordsOf(agent).name)];
      }}
      card={(group, onError) => <GroupCard group={group} agents={agents} onError={onError} />}
      importing={(onRefused) => (
        <ImportFile
          schema={GroupFileDraft}
          create={createGroup}
          onMade={({ group_uuid }) => navigate(`/groups/${group_uuid}`)}
          onRefused={onRefused}
        />
      )}
      making={{ path: '/groups/new', label: t('new') }}
      none={{ title: t('none'), text: t('noneText') }}
    />
  );
}
