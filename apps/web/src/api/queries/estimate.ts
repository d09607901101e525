import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import type { operations } from '@/api/schema';

type EstimateRequest = operations['estimateSession']['requestBody']['content']['application/json'];

export const estimateQueries = {
  of: (body: EstimateRequest) =>
    queryOptions({
      queryKey: ['estimate', body],
      queryFn: ({ signal }) => call(api.POST('/api/v1/sessions/estimate', { body, signal })),
      gcTime: 60_000,
    }),
};
