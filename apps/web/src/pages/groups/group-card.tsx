import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { useWords } from '@/library/use-words';
import { Avatar } from '@/ui/avatar';
import { Card } from '@/ui/card';
import { firstWords } from '@/ui/first-words';
import { signOf } from '@/ui/sign-of';
import { GroupMenu } from './group-menu';

interface GroupCardProps {
  readonly group: Schemas['Group'];
  readonly agents: readonly Schemas['Agent'][];
  readonly onError: (error: Error) => void;
}

export function GroupCard({ group, agents, onError }: GroupCardProps) {
  const { t } = useTranslation('groups');
  const wordsOf = useWords();
  const { group_uuid: uuid, name, icon, system_prompt: rules, default_agent_uuids: members } = wordsOf(group);
  const seated = members.flatMap((id) => agents.find(({ agent_uuid }) => agent_uuid === id) ?? []);
  return (
    <Card className="relative flex h-full gap-4 hover:bg-wash">
      <Avatar id={uuid} name={name} sign={signOf(icon)} />
      <div className="grid min-w-0 grow content-start gap-1.5">
        <h2 className="font-serif text-lg leading-snug font-semibold wrap-anywhere">
          <Link to={`/groups/${uuid}`} className="after:absolute after:inset-0 after:rounded-lg">
            {name}
          </Link>
        </h2>
        <p className="text-sm text-soft">{t('members', { count: members.length })}</p>
        {seated.length > 0 && (
          <p className="flex gap-1">
            {seated.map((agent) => (
              <Avatar
                key={agent.agent_uuid}
                id={agent.agent_uuid}
                name={wordsOf(agent).name}
                sign={signOf(agent.avatar)}
                size="sm"
              />
            ))}
          </p>
        )}
        {rules !== null && <p className="line-clamp-2 text-sm text-soft">{firstWords(rules)}</p>}
      </div>
      <div className="relative z-10 -mt-2 -mr-3">
        <GroupMenu group={group} onError={onError} />
      </div>
    </Card>
  );
}
