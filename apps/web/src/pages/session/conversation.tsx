import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { Session } from '@/api/queries/sessions';
import { isYou } from '@/reviews/is-you';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { cx } from '@/ui/cx';
import { RelativeTime } from '@/ui/relative-time';
import { Spinner } from '@/ui/spinner';
import { type Row, rowsOf } from './conversation-rows';
import type { Remark, RoomLog } from './room-log';
import { useScroller } from './scroller';
import { Transcript } from './transcript';
import { TurnCard } from './turn-card';
import { turnOfHash } from './turn-link';
import { useFollowEnd } from './use-follow-end';
import { useAgentSigns } from './use-agent-signs';
import { useVerdictNews } from './use-verdict-news';
import { showVerdict } from './verdict-place';
import { isOver, steeredTo } from './what-can-be-done';

interface ConversationProps {
  readonly session: Session;
  readonly log: RoomLog;
}

/** Everything that was said, by round and by who speaks at the same time. Follows the end until somebody scrolls up. */
export function Conversation({ session, log }: ConversationProps) {
  const { t } = useTranslation('session');
  const { turns, remarks, created } = log;
  const rows = useMemo(() => rowsOf({ turns, remarks, created }), [turns, remarks, created]);
  const isLive = goesOn(session);
  const { hash, key: jump } = useLocation();
  const linked = turnOfHash(hash);
  const target = rows.findIndex((row) => row.kind === 'turns' && row.turns.some(({ key }) => key === linked));
  const signs = useAgentSigns();
  const { end, isFollowing, follow } = useFollowEnd(useScroller(), isLive && target < 0);
  const [isNews, setSeen] = useVerdictNews(session);
  return (
    <div className="grid min-w-0">
      {rows.length === 0 && <p className="text-soft">{t('silent')}</p>}
      <Transcript rows={rows} target={target < 0 ? null : target} jump={jump}>
        {(row) => <ConversationRow row={row} session={session} linked={linked} signs={signs} />}
      </Transcript>
      <AtWork session={session} log={log} />
      <div ref={end} />
      {isNews && (
        <Button
          size="sm"
          look="primary"
          className="sticky bottom-20 justify-self-center lg:bottom-4"
          onClick={() => {
            setSeen();
            showVerdict();
          }}
        >
          <ArrowUp aria-hidden className="size-4" />
          {t('toVerdict')}
        </Button>
      )}
      {isLive && !isFollowing && (
        <Button size="sm" look="primary" className="sticky bottom-20 justify-self-center lg:bottom-4" onClick={follow}>
          <ArrowDown aria-hidden className="size-4" />
          {t('follow')}
        </Button>
      )}
    </div>
  );
}

/** What waits for a person stands at the begin: there is no end to follow. */
const goesOn = ({ status, waiting_for, lock }: Session): boolean =>
  ['pending', 'running'].includes(status) && waiting_for.length === 0 && lock === null;

const courseOf = (session: Session) => (isOver(session) ? 'over' : session.lock === null ? 'live' : 'held');

interface ConversationRowProps {
  readonly row: Row;
  readonly session: Session;
  readonly linked: string | null;
  /** Their own signs, by agent. */
  readonly signs: ReadonlyMap<string, string>;
}

function ConversationRow({ row, session, linked, signs }: ConversationRowProps) {
  const { t } = useTranslation('session');
  if (row.kind === 'remark') return <RemarkCard remark={row.remark} />;
  return (
    <>
      {row.opensRound && (
        <h3 className="mb-4 border-b border-line pt-2 text-sm font-medium text-soft">
          {t('round', { round: row.round })}
        </h3>
      )}
      <div className="@container">
        <div className={cx('grid min-w-0 gap-4', row.turns.length > 1 && '@xl:grid-cols-2')}>
          {row.turns.map((turn) => (
            <TurnCard
              key={turn.key}
              turn={turn}
              seat={session.seats.find(({ node_id, seat_id }) => (seat_id ?? node_id) === turn.seatId)}
              sign={signs.get(turn.agentUuid ?? '')}
              isLinked={turn.key === linked}
              course={courseOf(session)}
            />
          ))}
        </div>
      </div>
    </>
  );
}

function RemarkCard({ remark }: { readonly remark: Remark }) {
  const { t } = useTranslation('session');
  return (
    <Card className="ml-8 grid gap-1 border-accent bg-wash">
      <p className="flex justify-between gap-3 text-sm font-medium">
        {isYou(remark.by) ? t('saidByYou') : t('said', { by: remark.by })}
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
  const working =
    courseOf(session) !== 'live' ? [] : Object.keys(log.nodes).filter((id) => log.nodes[id]?.status === 'running');
  const names = working.map((id) => log.created?.graph.nodes[id]?.name ?? id);
  const notice = steeredTo(session, log.isEnding);
  return (
    <>
      <p role="status" className={cx('flex items-center gap-2 text-sm text-soft', names.length === 0 && 'sr-only')}>
        {names.length > 0 && (
          <>
            <Spinner />
            {t('atWork', { names: names.join(' · ') })}
          </>
        )}
      </p>
      {/* On a phone the banner that says so lies far above what is being read. */}
      {notice !== null && <p className="pt-2 text-sm font-medium lg:hidden">{t(`steered.${notice}`)}</p>}
    </>
  );
}
