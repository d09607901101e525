import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';

export const kindQueries = {
  /** The kinds of nodes that this server can run, with their words in both languages. */
  list: () =>
    queryOptions({
      queryKey: ['kinds'],
      queryFn: ({ signal }) => call(api.GET('/api/v1/workflows/kinds', { signal })),
      staleTime: Infinity,
    }),
};
