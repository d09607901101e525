import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '@/api/client';

export type PricingEntry = Schemas['PricingEntry'];

export const priceQueries = {
  list: () =>
    queryOptions({
      queryKey: ['prices'],
      queryFn: ({ signal }) => call(api.GET('/api/v1/models/pricing', { signal })),
    }),
};
