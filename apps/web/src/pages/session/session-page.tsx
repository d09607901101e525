import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { sessionQueries } from '@/api/queries/sessions';
import { RequestProblem } from '@/api/request-problem';
import { NotFoundPage } from '@/app/not-found-page';
import { WritingInGroup } from '@/app/writing-for';
import { useLiveSession } from '@/live/use-live-session';
import { QueryView } from '@/ui/query-view';
import { Room } from './room';

/** A session: what is said, beside the document it is about; steered, decided and read to its end in one place. */
export function SessionPage() {
  const { sessionUuid = '' } = useParams();
  const session = useQuery(sessionQueries.one(sessionUuid));
  useLiveSession(sessionUuid, session.data?.last_seq);
  const { data, error } = session;
  if (data === undefined && error instanceof RequestProblem && error.isMissing) return <NotFoundPage problem={error} />;
  return (
    <QueryView query={session}>
      {(found) => (
        <WritingInGroup key={sessionUuid} groupUuid={found.group_uuid} deed="act">
          <Room session={found} />
        </WritingInGroup>
      )}
    </QueryView>
  );
}
