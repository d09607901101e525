import { MutationCache, QueryClient } from '@tanstack/react-query';
import { isReachable } from './reachability';
import { RequestProblem } from './request-problem';

const RETRIES = 2;

/** Again for what may pass by itself (no answer, 429, 5xx), never for a refusal: it would be refused again. */
export function shouldRetry(failures: number, error: Error): boolean {
  return failures < RETRIES && error instanceof RequestProblem && !error.isRefusal;
}

export function retryDelayMs(failures: number, error: Error): number {
  const asked = error instanceof RequestProblem ? error.retryAfterSeconds : null;
  return asked === null ? Math.min(8_000, 500 * 2 ** failures) : asked * 1_000;
}

export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      // 'always': a server on this machine answers without any network.
      queries: { networkMode: 'always', retry: shouldRetry, retryDelay: retryDelayMs, staleTime: 10_000 },
      mutations: { networkMode: 'always', retry: false },
    },
    // What was written shows wherever it is read.
    mutationCache: new MutationCache({ onSuccess: () => client.invalidateQueries() }),
  });
  isReachable.subscribe(() => {
    if (isReachable.get()) void client.invalidateQueries();
  });
  return client;
}
