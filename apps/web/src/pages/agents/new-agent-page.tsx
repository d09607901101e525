import { useMutation, useQuery } from '@tanstack/react-query';
import type { AgentDraft } from '@council/contracts';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { providerQueries } from '@/api/queries/providers';
import { PageFrame } from '@/app/page-frame';
import { SETTLED } from '@/library/unsaved-guard';
import { QueryView } from '@/ui/query-view';
import { toast } from '@/ui/toast';
import { UNSET } from './agent-file';
import { AgentForm } from './agent-form';
import { createAgent } from './agent-requests';
import { DEFAULT_SPEAKER } from './speakers';

const capabilities = { web_search: false, search_provider: '', code_execution: false };

export function NewAgentPage() {
  const { t } = useTranslation(['agents', 'library']);
  const navigate = useNavigate();
  const providers = useQuery(providerQueries.list());
  const create = useMutation({
    mutationFn: (draft: AgentDraft) => createAgent(draft),
    onSuccess: ({ agent_uuid }) => {
      toast(t('library:saved'));
      return navigate(`/agents/${agent_uuid}`, { state: SETTLED, replace: true });
    },
  });
  return (
    <PageFrame title={t('new')} lead={t('newLead')}>
      <QueryView query={providers}>
        {({ providers: known }) => {
          const usual = known.find(({ is_configured, models }) => is_configured && models.length > 0);
          const speaker =
            usual === undefined ? DEFAULT_SPEAKER : { provider: usual.provider_id, model: usual.models[0] ?? '' };
          return (
            <AgentForm
              agentUuid={null}
              providers={known}
              values={{
                name: '',
                avatar: null,
                description: null,
                persona_prompt: '',
                model_config: { ...UNSET, ...speaker },
                capabilities,
              }}
              error={create.error}
              onSave={(draft) => create.mutateAsync(draft)}
            />
          );
        }}
      </QueryView>
    </PageFrame>
  );
}
