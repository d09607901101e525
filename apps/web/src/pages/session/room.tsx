import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Session } from '@/api/queries/sessions';
import { PageFrame } from '@/app/page-frame';
import { PageTitle } from '@/app/page-title';
import { PanelBoundary } from '@/app/panel-boundary';
import { SessionBadge } from '@/sessions/session-badge';
import { SessionMenu } from '@/sessions/session-menu';
import { cx } from '@/ui/cx';
import { Banners } from './banners';
import { Controls } from './controls';
import { LockBanner } from './lock-banner';
import { MarkedLinesContext } from './marked-lines';
import { showReview } from './review-place';
import { Reviews } from './reviews';
import { RoomPanes } from './room-panes';
import { useIsWide } from './use-is-wide';
import { useRoomLayout } from './use-room-layout';
import { useRoomLog } from './use-room-log';
import { useRoomMarks } from './use-room-marks';
import { SessionFigures } from './session-figures';
import { SteeringList } from './steering-list';
import { VerdictCard } from './verdict-card';
import { VotesCard } from './votes-card';
import { isOver } from './what-can-be-done';

interface RoomProps {
  readonly session: Session;
}

export function Room({ session }: RoomProps) {
  return useIsWide() ? <WideRoom session={session} /> : <NarrowRoom session={session} />;
}

/** It fills the window, and its panels scroll. */
function WideRoom({ session }: RoomProps) {
  const layout = useRoomLayout();
  const { log, error } = useRoomLog(session.session_uuid);
  const { marks, pane, setPane } = useRoomMarks(layout.open);
  return (
    <MarkedLinesContext value={marks}>
      <PageTitle>{session.title}</PageTitle>
      <div className="flex h-[calc(100dvh-8.125rem)] min-h-[36rem] flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <div className="min-w-0 grow basis-96">
            <h1 className="line-clamp-2 font-serif text-xl font-semibold" title={session.title}>
              {session.title}
            </h1>
            <p className="truncate text-sm text-soft" title={session.objective}>
              {session.objective}
            </p>
          </div>
          <State session={session} />
        </div>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <Controls session={session} isEnding={log?.isEnding === true} />
        </div>
        <PanelBoundary>
          <Banners
            session={session}
            isEnding={log?.isEnding === true}
            onReview={() => {
              layout.open('conversation');
              showReview();
            }}
          />
          <Lock session={session} />
        </PanelBoundary>
        <RoomPanes
          {...{ session, log, error, pane, layout }}
          onPane={setPane}
          lead={<Lead session={session} log={log} />}
        />
      </div>
    </MarkedLinesContext>
  );
}

function NarrowRoom({ session }: RoomProps) {
  const { log, error } = useRoomLog(session.session_uuid);
  const { marks, pane, setPane } = useRoomMarks();
  const lead = session.objective === '' ? {} : { lead: session.objective };
  return (
    <MarkedLinesContext value={marks}>
      <PageFrame title={session.title} actions={<State session={session} />} {...lead}>
        <div className="grid min-w-0 gap-5">
          {/* Of a session that is over there is nothing to steer: the room is for what is read. */}
          <div className={cx('-mx-2 px-2 py-2', !isOver(session) && 'sticky top-14 z-10 bg-paper')}>
            <Controls session={session} isEnding={log?.isEnding === true} />
          </div>
          <PanelBoundary>
            <Banners
              session={session}
              isEnding={log?.isEnding === true}
              onReview={() => {
                setPane('conversation');
                showReview();
              }}
            />
            <Lock session={session} />
          </PanelBoundary>
          <RoomPanes
            {...{ session, log, error, pane }}
            layout={null}
            onPane={setPane}
            lead={<Lead session={session} log={log} />}
          />
        </div>
      </PageFrame>
    </MarkedLinesContext>
  );
}

function State({ session }: RoomProps) {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <SessionFigures session={session} />
      {session.round > 1 && <span className="text-sm text-soft">{t('round', { round: session.round })}</span>}
      <SessionBadge session={session} />
      <SessionMenu session={session} onDeleted={() => navigate('/sessions')} />
    </div>
  );
}

/** What was written and confirmed for one lock opens no other. */
function Lock({ session: { session_uuid: id, lock } }: RoomProps) {
  return lock === null ? null : <LockBanner key={lock.at} sessionUuid={id} lock={lock} />;
}

/** What has to be decided, and what was found: before all that was said. */
function Lead({ session, log }: RoomProps & Pick<ReturnType<typeof useRoomLog>, 'log'>) {
  return (
    <PanelBoundary>
      <div className="grid min-w-0 gap-4 empty:hidden">
        <Reviews session={session} />
        {log !== null && log.steering.length > 0 && <SteeringList steering={log.steering} />}
        {session.verdict !== null && <VerdictCard verdict={session.verdict} />}
        {log !== null && log.votes.length > 0 && <VotesCard votes={log.votes} />}
      </div>
    </PanelBoundary>
  );
}
