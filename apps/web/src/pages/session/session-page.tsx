import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Session, sessionQueries } from '@/api/queries/sessions';
import { PageFrame } from '@/app/page-frame';
import { Panel } from '@/app/panel';
import { useLiveSession } from '@/live/use-live-session';
import { SessionBadge } from '@/sessions/session-badge';
import { QueryView } from '@/ui/query-view';
import { MessageCard } from './message-card';
import { VerdictCard } from './verdict-card';

/** A session as far as it has come; what happens in it shows by itself. */
export function SessionPage() {
  const { sessionUuid = '' } = useParams();
  const session = useQuery(sessionQueries.one(sessionUuid));
  useLiveSession(sessionUuid, session.data?.last_seq);
  return <QueryView query={session}>{(found) => <SessionView session={found} />}</QueryView>;
}

function SessionView({ session }: { readonly session: Session }) {
  const { t } = useTranslation('session');
  const messages = useQuery(sessionQueries.messages(session.session_uuid));
  return (
    <PageFrame title={session.title} isNarrow actions={<SessionBadge session={session} />}>
      {session.verdict !== null && <VerdictCard verdict={session.verdict} />}
      <Panel title={t('conversation')}>
        <QueryView query={messages}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="text-soft">{t('silent')}</p>
            ) : (
              items.map((message) => <MessageCard key={message.message_uuid} message={message} />)
            )
          }
        </QueryView>
      </Panel>
    </PageFrame>
  );
}
