import { useMutation, useQuery } from '@tanstack/react-query';
import type { GroupDraft } from '@council/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Schemas } from '@/api/client';
import { groupQueries } from '@/api/queries/lists';
import { PageFrame } from '@/app/page-frame';
import { PageQuery } from '@/app/page-query';
import { WritingInGroup } from '@/app/writing-for';
import { formatUsd } from '@/i18n/format';
import { TranslatedNote } from '@/library/translated-note';
import { useWords } from '@/library/use-words';
import { ErrorState } from '@/ui/error-state';
import { toast } from '@/ui/toast';
import { ConvenePanel } from './convene-panel';
import { draftOf } from './group-file';
import { GroupForm } from './group-form';
import { GroupMenu } from './group-menu';
import { GroupSessions } from './group-sessions';
import { PeoplePanel } from './people-panel';
import { replaceGroup } from './group-requests';

export function GroupPage() {
  const { groupUuid = '' } = useParams();
  const { t } = useTranslation('groups');
  const group = useQuery(groupQueries.one(groupUuid));
  if (group.data !== undefined) return <Known key={groupUuid} group={group.data} />;
  return <PageQuery title={t('one')} query={group} />;
}

function Known({ group }: { readonly group: Schemas['Group'] }) {
  const { t, i18n } = useTranslation(['groups', 'library']);
  const [refused, setRefused] = useState<Error | null>(null);
  const save = useMutation({
    mutationFn: (draft: GroupDraft) => replaceGroup(group.group_uuid, draft),
    onSuccess: () => toast(t('library:saved')),
  });
  const { name } = useWords()(group);
  const { month, spent_usd: spent, held_usd: held } = group.this_month;
  const inUsd = (amount: number): string => formatUsd(amount, i18n.language);
  const lead = t('thisMonth', { month, spent: inUsd(spent), held: inUsd(held) });
  return (
    <PageFrame title={name} lead={lead} actions={<GroupMenu group={group} onError={setRefused} />}>
      {refused !== null && <ErrorState error={refused} />}
      <TranslatedNote row={group} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <WritingInGroup groupUuid={group.group_uuid} deed="own">
          <GroupForm
            groupUuid={group.group_uuid}
            values={draftOf(group)}
            error={save.error}
            onSave={(draft) => save.mutateAsync(draft)}
          />
        </WritingInGroup>
        <div className="grid min-w-0 gap-8">
          <WritingInGroup groupUuid={group.group_uuid} deed="act">
            <ConvenePanel group={group} />
          </WritingInGroup>
          <WritingInGroup groupUuid={group.group_uuid} deed="own">
            <PeoplePanel groupUuid={group.group_uuid} />
          </WritingInGroup>
          <GroupSessions groupUuid={group.group_uuid} />
        </div>
      </div>
    </PageFrame>
  );
}
