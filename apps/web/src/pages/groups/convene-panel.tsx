import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '@/api/client';
import { agentQueries, templateQueries } from '@/api/queries/lists';
import { Panel } from '@/app/panel';
import { useWords } from '@/library/use-words';
import { useStartSession } from '@/sessions/use-start-session';
import { byRank } from '@/templates/by-rank';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import { membersGraph } from './members-graph';

const MEMBERS = 'members';

/** Starts a session of the group: its members among themselves, or a template under its rules. */
export function ConvenePanel({ group }: { readonly group: Schemas['Group'] }) {
  const { t } = useTranslation('groups');
  const navigate = useNavigate();
  const wordsOf = useWords();
  const agents = (useQuery(agentQueries.list()).data ?? []).map(wordsOf);
  const templates = useQuery({ ...templateQueries.list(), select: byRank }).data ?? [];
  const members = group.default_agent_uuids.map((uuid) => ({
    uuid,
    name: agents.find(({ agent_uuid }) => agent_uuid === uuid)?.name ?? '',
  }));
  const [chosen, setWay] = useState<string | null>(null);
  const way = chosen ?? (members.length > 0 ? MEMBERS : (templates[0]?.template_uuid ?? null));
  const [document, setDocument] = useState('');
  const [objective, setObjective] = useState('');
  const [isIncomplete, setIncomplete] = useState(false);
  const start = useStartSession((uuid) => navigate(`/sessions/${uuid}`));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const isEmpty = document.trim() === '' && objective.trim() === '';
    setIncomplete(isEmpty);
    if (isEmpty || way === null || start.isPending) return;
    start.mutate({
      ...(way === MEMBERS
        ? { graph: membersGraph(wordsOf(group).name, members, t('convene.vote')) }
        : { template_uuid: way }),
      group_uuid: group.group_uuid,
      input: { document_content: document, optimization_objective: objective },
    });
  };
  const own = { value: MEMBERS, label: t(members.length > 1 ? 'convene.members' : 'convene.member') };
  const others = templates.map((template) => ({ value: template.template_uuid, label: wordsOf(template).name }));
  return (
    <Panel title={t('convene.title')}>
      <Card>
        <form noValidate className="grid gap-4" onSubmit={submit}>
          <Field label={t('convene.who')} hint={members.length === 0 ? t('convene.noMembers') : undefined}>
            <Select value={way} options={members.length > 0 ? [own, ...others] : others} onChange={setWay} />
          </Field>
          <Field label={t('convene.question')} error={isIncomplete ? t('convene.nothing') : undefined}>
            <Textarea rows={2} value={objective} onChange={({ target }) => setObjective(target.value)} />
          </Field>
          <Field label={t('convene.text')} hint={t('convene.textHint')}>
            <Textarea rows={4} value={document} onChange={({ target }) => setDocument(target.value)} />
          </Field>
          {start.error !== null && <ErrorState error={start.error} />}
          <Button type="submit" writes look="primary" className="justify-self-start" isBusy={start.isPending}>
            {t('convene.run')}
          </Button>
        </form>
      </Card>
    </Panel>
  );
}
