import { queryOptions } from '@tanstack/react-query';
import type { Schemas } from '@/api/client';
import { heardServer, lostServer } from '@/api/reachability';
import { problemOf, unreachable } from '@/api/request-problem';

export type HealthReport = Schemas['HealthReport'];

/** Not over `api`: its 503 is the answer that was asked for, and says which part is down. */
async function readHealth(signal: AbortSignal): Promise<HealthReport> {
  const answer = await fetch('/health', { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    lostServer();
    throw unreachable(cause);
  });
  heardServer();
  const isReport = answer.headers.get('content-type')?.includes('application/json') === true;
  if (isReport && (answer.ok || answer.status === 503)) return (await answer.json()) as HealthReport;
  throw await problemOf(answer);
}

export const healthQueries = {
  report: () =>
    queryOptions({
      queryKey: ['health'],
      queryFn: ({ signal }) => readHealth(signal),
      refetchInterval: 15_000,
    }),
};
