import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/queries/sessions';
import { useFailureWords } from '@/i18n/use-failure-words';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { cx } from '@/ui/cx';
import { RelativeTime } from '@/ui/relative-time';
import { Markdown } from './markdown';
import type { Turn } from './room-log';
import { ToolUses } from './tool-uses';
import { TurnActions } from './turn-actions';

interface TurnCardProps {
  readonly turn: Turn;
  readonly seat: Session['seats'][number] | undefined;
  readonly sign: string | undefined;
  /** The address leads to it. */
  readonly isLinked: boolean;
  /** Whether a turn that is not done may still be: now, when the session is unlocked, or no more. */
  readonly course: 'live' | 'held' | 'over';
}

/** What one seat says, while it says it and after. */
export const TurnCard = memo(function TurnCard({ turn, seat, sign, isLinked, course }: TurnCardProps) {
  const { t } = useTranslation('session');
  const failureWords = useFailureWords(turn.trouble !== null);
  const isLost = turn.trouble !== null && (course === 'over' || seat?.state === 'failed');
  const name = turn.name ?? seat?.name ?? turn.nodeId;
  return (
    <Card className={cx('grid min-w-0 content-start gap-3', isLinked && 'border-accent')}>
      <article aria-label={name} data-linked={isLinked} className="grid min-w-0 gap-3">
        <div className="flex flex-wrap items-center gap-x-3">
          <Avatar id={turn.agentUuid ?? seat?.agent_uuid ?? name} name={name} sign={sign ?? null} />
          <div className="grid min-w-32 flex-1">
            <span className="font-medium">{name}</span>
            <Speaker turn={turn} seat={seat} />
          </div>
          <span className="ml-auto flex shrink-0 items-center text-xs text-soft">
            <TurnState turn={turn} course={course} isLost={isLost} />
          </span>
        </div>
        {turn.trouble !== null && (
          <p className={cx('text-sm', isLost ? 'text-bad' : 'text-warn')}>
            {t(isLost ? 'turn.lost' : TROUBLE[course], { problem: failureWords(turn.trouble) })}
          </p>
        )}
        {turn.thinking !== '' && (
          <details className="text-sm text-soft">
            <summary className="cursor-pointer py-1">{t('turn.thinking')}</summary>
            <p className="border-l-2 border-line pl-3 whitespace-pre-wrap">{turn.thinking}</p>
          </details>
        )}
        <ToolUses tools={turn.tools} />
        <Markdown text={turn.text} checked={turn.references} isGrowing={!turn.isDone} />
      </article>
    </Card>
  );
});

const TROUBLE = { live: 'turn.again', held: 'turn.stopped', over: 'turn.again' } as const;

interface TurnStateProps extends Pick<TurnCardProps, 'turn' | 'course'> {
  readonly isLost: boolean;
}

function TurnState({ turn, course, isLost }: TurnStateProps) {
  const { t } = useTranslation('session');
  if (turn.isDone) {
    return (
      <>
        <span className="px-1">
          <RelativeTime at={turn.at} />
        </span>
        <TurnActions turn={turn} />
      </>
    );
  }
  if (isLost) return <Badge tone="bad">{t('turn.failed')}</Badge>;
  if (course !== 'live') return <Badge tone="warn">{t(course === 'held' ? 'turn.held' : 'turn.cut')}</Badge>;
  return (
    <Badge tone="accent" isLive>
      {t('turn.speaking')}
    </Badge>
  );
}

function Speaker({ turn, seat }: Pick<TurnCardProps, 'turn' | 'seat'>) {
  const { t } = useTranslation(['session', 'common']);
  const used = turn.model ?? (seat === undefined ? null : `${seat.used.provider}/${seat.used.model}`);
  const wanted = turn.insteadOf ?? (seat === undefined ? null : `${seat.wanted.provider}/${seat.wanted.model}`);
  if (used === null) return null;
  if (used.startsWith('rehearsal/')) return <span className="text-xs text-soft">{t('common:rehearsal')}</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
      {used}
      {wanted !== null && wanted !== used && <Badge tone="warn">{t('turn.instead', { model: wanted })}</Badge>}
    </span>
  );
}
