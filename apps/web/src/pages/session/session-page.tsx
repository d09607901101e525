import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { type Session, sessionQueries } from '@/api/queries/sessions';
import { RequestProblem } from '@/api/request-problem';
import { useGroupWhyNot } from '@/api/use-why-not';
import { NotFoundPage } from '@/app/not-found-page';
import { useLiveSession } from '@/live/use-live-session';
import { QueryView } from '@/ui/query-view';
import { Writing } from '@/ui/writing';
import { Room } from './room';

/** A session: what is said, beside the document it is about; steered, decided and read to its end in one place. */
export function SessionPage() {
  const { sessionUuid = '' } = useParams();
  const session = useQuery(sessionQueries.one(sessionUuid));
  useLiveSession(sessionUuid, session.data?.last_seq);
  const { data, error } = session;
  if (data === undefined && error instanceof RequestProblem && error.isMissing) return <NotFoundPage problem={error} />;
  return <QueryView query={session}>{(found) => <Known key={sessionUuid} session={found} />}</QueryView>;
}

function Known({ session }: { readonly session: Session }) {
  return (
    <Writing whyNot={useGroupWhyNot(session.group_uuid, 'act')}>
      <Room session={session} />
    </Writing>
  );
}
