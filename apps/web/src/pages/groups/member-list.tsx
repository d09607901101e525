import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentQueries } from '@/api/queries/lists';
import { Panel } from '@/app/panel';
import { useWords } from '@/library/use-words';
import { Field } from '@/ui/field';
import { QueryView } from '@/ui/query-view';
import { Select } from '@/ui/select';
import { MemberRow } from './member-row';
import { useMoves } from './use-moves';

interface MemberListProps {
  readonly members: readonly string[];
  readonly onChange: (members: readonly string[]) => void;
}

const MAX = 9;

/** Who sits in the group, in their order: added, taken away and moved with any device. */
export function MemberList({ members, onChange }: MemberListProps) {
  const { t } = useTranslation('groups');
  const wordsOf = useWords();
  const agents = useQuery(agentQueries.list());
  const { list, move, moved } = useMoves(members, onChange);
  return (
    <Panel title={t('seats.title')}>
      <QueryView query={agents}>
        {(items) => {
          const known = items.map(wordsOf);
          const byId = new Map(known.map((agent) => [agent.agent_uuid, agent]));
          const nameOf = (uuid: string): string => byId.get(uuid)?.name ?? t('seats.gone');
          const others = known.filter(({ agent_uuid }) => !members.includes(agent_uuid));
          return (
            <>
              <ol ref={list} className="divide-y divide-line rounded-lg border border-line bg-card empty:hidden">
                {members.map((uuid, at) => (
                  <MemberRow
                    key={uuid}
                    uuid={uuid}
                    agent={byId.get(uuid)}
                    name={nameOf(uuid)}
                    isFirst={at === 0}
                    isLast={at === members.length - 1}
                    onMove={(by) => move(at, by)}
                    onRemove={() => onChange(members.filter((other) => other !== uuid))}
                  />
                ))}
              </ol>
              {members.length === 0 && <p className="text-soft">{t('seats.none')}</p>}
              <p role="status" className="sr-only">
                {moved !== null &&
                  t('seats.moved', {
                    name: nameOf(moved),
                    place: members.indexOf(moved) + 1,
                    count: members.length,
                  })}
              </p>
              <Field label={t('seats.add')} hint={members.length >= MAX ? t('seats.full') : t('seats.hint')}>
                <Select
                  value={null}
                  placeholder={t('seats.add')}
                  isDisabled={members.length >= MAX || others.length === 0}
                  options={others.map(({ agent_uuid: value, name: label }) => ({ value, label }))}
                  onChange={(uuid) => onChange([...members, uuid])}
                />
              </Field>
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
