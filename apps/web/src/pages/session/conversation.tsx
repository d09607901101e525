import { ArrowDown } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/queries/sessions';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { cx } from '@/ui/cx';
import { RelativeTime } from '@/ui/relative-time';
import { Spinner } from '@/ui/spinner';
import { type Row, rowsOf } from './conversation-rows';
import type { Remark, RoomLog } from './room-log';
import { TurnCard } from './turn-card';
import { useFollowEnd } from './use-follow-end';
import { isOver } from './what-can-be-done';

interface ConversationProps {
  readonly session: Session;
  readonly log: RoomLog;
}

/** Everything that was said, by round and by who speaks at the same time. Follows the end until somebody scrolls up. */
export function Conversation({ session, log }: ConversationProps) {
  const { t } = useTranslation('session');
  const rows = rowsOf(log);
  const isLive = session.status === 'running' || session.status === 'pending';
  const { end, isFollowing, follow } = useFollowEnd(log.turns, isLive);
  return (
    <div className="grid min-w-0 gap-4">
      {rows.length === 0 && <p className="text-soft">{t('silent')}</p>}
      {rows.map((row, at) => (
        <Fragment key={row.key}>
          {opensRound(row, rows[at - 1]) && (
            <h3 className="border-b border-line pt-2 text-sm font-medium text-soft">
              {t('round', { round: row.round })}
            </h3>
          )}
          <ConversationRow row={row} session={session} />
        </Fragment>
      ))}
      <AtWork session={session} log={log} />
      <div ref={end} />
      {isLive && !isFollowing && (
        <Button size="sm" look="primary" className="sticky bottom-20 justify-self-center lg:bottom-4" onClick={follow}>
          <ArrowDown aria-hidden className="size-4" />
          {t('follow')}
        </Button>
      )}
    </div>
  );
}

function opensRound(row: Row, before: Row | undefined): row is Extract<Row, { kind: 'turns' }> {
  if (row.kind !== 'turns' || row.round === 0) return false;
  return before?.kind !== 'turns' || before.round !== row.round;
}

function ConversationRow({ row, session }: { readonly row: Row; readonly session: Session }) {
  if (row.kind === 'remark') return <RemarkCard remark={row.remark} />;
  return (
    <div className={cx('grid min-w-0 gap-4', row.turns.length > 1 && 'md:grid-cols-2')}>
      {row.turns.map((turn) => (
        <TurnCard
          key={turn.key}
          turn={turn}
          seat={session.seats.find(({ node_id }) => node_id === turn.nodeId)}
          isLive={!isOver(session)}
        />
      ))}
    </div>
  );
}

function RemarkCard({ remark }: { readonly remark: Remark }) {
  const { t } = useTranslation('session');
  return (
    <Card className="ml-8 grid gap-1 border-accent bg-wash">
      <p className="flex justify-between gap-3 text-sm font-medium">
        {t('said', { by: remark.by })}
        <span className="font-normal text-soft">
          <RelativeTime at={remark.at} />
        </span>
      </p>
      <p className="whitespace-pre-wrap">{remark.text}</p>
    </Card>
  );
}

/** Who works without having said a word yet. One line, read aloud: the words themselves would be read in pieces. */
function AtWork({ session, log }: ConversationProps) {
  const { t } = useTranslation('session');
  const names = isOver(session) ? [] : log.running.map((id) => log.created?.graph.nodes[id]?.name ?? id);
  return (
    <p role="status" className={cx('flex items-center gap-2 text-sm text-soft', names.length === 0 && 'sr-only')}>
      {names.length > 0 && (
        <>
          <Spinner />
          {t('atWork', { names: names.join(' · ') })}
        </>
      )}
    </p>
  );
}
