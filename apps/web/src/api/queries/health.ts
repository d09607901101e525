import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';

export const healthQueries = {
  report: () =>
    queryOptions({
      queryKey: ['health'],
      queryFn: ({ signal }) => call(api.GET('/health', { signal })),
      staleTime: 60_000,
    }),
};
