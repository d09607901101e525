import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageFrame } from '@/app/page-frame';
import { SETTLED } from '@/library/unsaved-guard';
import { toast } from '@/ui/toast';
import { GroupForm } from './group-form';
import { createGroup } from './group-requests';

const EMPTY = { name: '', icon: null, system_prompt: null, default_agent_uuids: [], monthly_budget_usd: null };

export function NewGroupPage() {
  const { t } = useTranslation(['groups', 'library']);
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: createGroup,
    onSuccess: ({ group_uuid }) => {
      toast(t('library:saved'));
      return navigate(`/groups/${group_uuid}`, { state: SETTLED, replace: true });
    },
  });
  return (
    <PageFrame title={t('new')} lead={t('newLead')} isNarrow>
      <GroupForm groupUuid={null} values={EMPTY} error={create.error} onSave={(draft) => create.mutateAsync(draft)} />
    </PageFrame>
  );
}
