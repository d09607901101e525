import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { sessionQueries } from '@/api/queries/sessions';
import { useLiveSession } from '@/live/use-live-session';
import { QueryView } from '@/ui/query-view';
import { Room } from './room';

/** A session: what is said, beside the document it is about; steered, decided and read to its end in one place. */
export function SessionPage() {
  const { sessionUuid = '' } = useParams();
  const session = useQuery(sessionQueries.one(sessionUuid));
  useLiveSession(sessionUuid, session.data?.last_seq);
  return <QueryView query={session}>{(found) => <Room key={sessionUuid} session={found} />}</QueryView>;
}
