import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '@/api/client';

export type Review = Schemas['Review'];

export const reviewQueries = {
  /** What waits for a person, in every session. Asked for again while somebody looks. */
  pending: () =>
    queryOptions({
      queryKey: ['reviews', 'pending'],
      queryFn: ({ signal }) => call(api.GET('/api/v1/reviews/pending', { params: { query: { limit: 100 } }, signal })),
      refetchInterval: 15_000,
    }),
  /** The latest decision first, page by page. */
  decided: () =>
    infiniteQueryOptions({
      queryKey: ['reviews', 'decided'],
      queryFn: ({ signal, pageParam }) => {
        const query = { limit: 10, ...(pageParam === null ? {} : { cursor: pageParam }) };
        return call(api.GET('/api/v1/reviews/decided', { params: { query }, signal }));
      },
      initialPageParam: null as string | null,
      getNextPageParam: ({ next_cursor }) => next_cursor,
      refetchInterval: 15_000,
    }),
};
