import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';

export const providerQueries = {
  /** Vendors with their models, and which of them can be called. */
  list: () =>
    queryOptions({
      queryKey: ['providers'],
      queryFn: ({ signal }) => call(api.GET('/api/v1/llm/providers', { signal })),
    }),
  /** Model servers on the server's machine, which nobody has chosen yet. */
  local: () =>
    queryOptions({
      queryKey: ['providers', 'local'],
      queryFn: ({ signal }) => call(api.GET('/api/v1/llm/local', { signal })),
    }),
};
