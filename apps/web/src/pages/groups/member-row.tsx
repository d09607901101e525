import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Avatar } from '@/ui/avatar';
import { IconButton } from '@/ui/icon-button';
import { signOf } from '@/ui/sign-of';

interface MemberRowProps {
  readonly uuid: string;
  /** Absent: it was deleted a moment ago. */
  readonly agent: Schemas['Agent'] | undefined;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function MemberRow({ uuid, agent, name, isFirst, isLast, onMove, onRemove }: MemberRowProps) {
  const { t } = useTranslation('groups');
  return (
    <li data-member={uuid} className="flex items-center gap-3 px-3 py-2">
      <Avatar id={uuid} name={name} sign={signOf(agent?.avatar)} />
      <div className="min-w-0 grow">
        <p className="truncate font-medium">{name}</p>
        {agent !== undefined && <p className="truncate font-mono text-xs text-soft">{agent.model_config.model}</p>}
      </div>
      <div className="flex">
        <IconButton
          size="sm"
          icon={ArrowUp}
          label={t('seats.up', { name })}
          data-way="-1"
          disabled={isFirst}
          onClick={() => onMove(-1)}
        />
        <IconButton
          size="sm"
          icon={ArrowDown}
          label={t('seats.down', { name })}
          data-way="1"
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        <IconButton size="sm" icon={X} label={t('seats.remove', { name })} onClick={onRemove} />
      </div>
    </li>
  );
}
