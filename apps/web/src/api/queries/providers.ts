import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';

export const providerQueries = {
  /** Vendors with their models, and which of them can be called. */
  list: () =>
    queryOptions({
      queryKey: ['providers'],
      queryFn: ({ signal }) => call(api.GET('/api/v1/llm/providers', { signal })),
    }),
};
