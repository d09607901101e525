import type { SessionCreated } from '@council/contracts';
import { useQuery } from '@tanstack/react-query';
import { agentQueries } from '@/api/queries/lists';
import { providerQueries } from '@/api/queries/providers';
import { sessionQueries } from '@/api/queries/sessions';
import { earlierValues } from './earlier-values';
import type { StartValues } from './start-form';

interface Earlier {
  /** It is still being read: what is typed now would be lost. */
  readonly isPending: boolean;
  readonly error: Error | null;
  /** What the session began with; null: there is none. */
  readonly begun: { readonly title: string; readonly workflow: string; readonly values: StartValues } | null;
}

/** The session that is put before the council again, from the first event of its log. */
export function useEarlier(uuid: string | null): Earlier {
  const enabled = uuid !== null;
  const beginning = useQuery({ ...sessionQueries.beginning(uuid ?? ''), enabled });
  const agents = useQuery({ ...agentQueries.list(), enabled });
  const providers = useQuery({ ...providerQueries.list(), enabled });
  const error = beginning.error ?? agents.error ?? providers.error;
  if (beginning.data === undefined || agents.data === undefined || providers.data === undefined) {
    return { isPending: enabled && error === null, error, begun: null };
  }
  const created = beginning.data.events[0]?.data as SessionCreated | undefined;
  if (created === undefined) return { isPending: false, error, begun: null };
  const callable = providers.data.providers.filter(({ is_configured }) => is_configured);
  const values = earlierValues(
    created,
    agents.data,
    callable.map(({ provider_id }) => provider_id),
  );
  return { isPending: false, error, begun: { title: created.title, workflow: created.graph.workflow_uuid, values } };
}
