import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Session, sessionQueries } from '@/api/queries/sessions';
import { PageFrame } from '@/app/page-frame';
import { PanelBoundary } from '@/app/panel-boundary';
import { useLiveSession } from '@/live/use-live-session';
import { SessionBadge } from '@/sessions/session-badge';
import { QueryView } from '@/ui/query-view';
import { Banners } from './banners';
import { Controls } from './controls';
import { LockBanner } from './lock-banner';
import { MarkedLinesContext } from './marked-lines';
import { Reviews } from './reviews';
import { RoomPanes } from './room-panes';
import { useRoomMarks } from './use-room-marks';
import { VerdictCard } from './verdict-card';

/** A session: what is said, beside the document it is about; steered, decided and read to its end in one place. */
export function SessionPage() {
  const { sessionUuid = '' } = useParams();
  const session = useQuery(sessionQueries.one(sessionUuid));
  useLiveSession(sessionUuid, session.data?.last_seq);
  return <QueryView query={session}>{(found) => <Room key={sessionUuid} session={found} />}</QueryView>;
}

function Room({ session }: { readonly session: Session }) {
  const { t } = useTranslation('session');
  const { marks, pane, setPane } = useRoomMarks();
  const lead = session.objective === '' ? {} : { lead: session.objective };
  const badge = (
    <div className="flex items-center gap-3">
      {session.round > 0 && <span className="text-sm text-soft">{t('round', { round: session.round })}</span>}
      <SessionBadge session={session} />
    </div>
  );
  return (
    <MarkedLinesContext value={marks}>
      <PageFrame title={session.title} actions={badge} {...lead}>
        <div className="grid min-w-0 gap-5">
          <div className="sticky top-14 z-10 -mx-2 bg-paper px-2 py-2">
            <Controls session={session} />
          </div>
          <PanelBoundary>
            <Banners session={session} />
            {session.lock !== null && (
              // What was written and confirmed for one lock opens no other.
              <LockBanner key={session.lock.at} sessionUuid={session.session_uuid} lock={session.lock} />
            )}
            <Reviews session={session} />
            {session.verdict !== null && <VerdictCard verdict={session.verdict} />}
          </PanelBoundary>
          <RoomPanes session={session} pane={pane} onPane={setPane} />
        </div>
      </PageFrame>
    </MarkedLinesContext>
  );
}
