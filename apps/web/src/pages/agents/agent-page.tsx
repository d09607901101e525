import { useMutation, useQuery } from '@tanstack/react-query';
import type { AgentDraft } from '@council/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Schemas } from '@/api/client';
import { agentQueries } from '@/api/queries/lists';
import { providerQueries } from '@/api/queries/providers';
import { PageFrame } from '@/app/page-frame';
import { PageQuery } from '@/app/page-query';
import { TranslatedNote } from '@/library/translated-note';
import { useWords } from '@/library/use-words';
import { ErrorState } from '@/ui/error-state';
import { QueryView } from '@/ui/query-view';
import { toast } from '@/ui/toast';
import { draftOf } from './agent-file';
import { AgentForm } from './agent-form';
import { AgentMenu } from './agent-menu';
import { replaceAgent } from './agent-requests';

export function AgentPage() {
  const { agentUuid = '' } = useParams();
  const { t } = useTranslation('agents');
  const agent = useQuery(agentQueries.one(agentUuid));
  if (agent.data !== undefined) return <Known key={agentUuid} agent={agent.data} />;
  return <PageQuery title={t('one')} query={agent} />;
}

function Known({ agent }: { readonly agent: Schemas['Agent'] }) {
  const { t } = useTranslation(['agents', 'library']);
  const { name, description } = useWords()(agent);
  const [refused, setRefused] = useState<Error | null>(null);
  const providers = useQuery(providerQueries.list());
  const save = useMutation({
    mutationFn: (draft: AgentDraft) => replaceAgent(agent.agent_uuid, draft),
    onSuccess: () => toast(t('library:saved')),
  });
  return (
    <PageFrame
      title={name}
      {...(description === null ? {} : { lead: description })}
      actions={<AgentMenu agent={agent} onError={setRefused} />}
    >
      {refused !== null && <ErrorState error={refused} />}
      <TranslatedNote row={agent} />
      <QueryView query={providers}>
        {({ providers: known }) => (
          <AgentForm
            agentUuid={agent.agent_uuid}
            providers={known}
            values={draftOf(agent)}
            error={save.error}
            onSave={(draft) => save.mutateAsync(draft)}
          />
        )}
      </QueryView>
    </PageFrame>
  );
}
