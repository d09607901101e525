import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '@/api/client';
import type { operations } from '@/api/schema';

export type Session = Schemas['Session'];
export type SessionFilter = NonNullable<operations['listSessions']['parameters']['query']>;

export const sessionQueries = {
  list: (filter: SessionFilter = {}) =>
    queryOptions({
      queryKey: ['sessions', 'list', filter],
      queryFn: ({ signal }) => call(api.GET('/api/v1/sessions', { params: { query: filter }, signal })),
    }),
  /** Page by page. */
  pages: (filter: SessionFilter = {}) =>
    infiniteQueryOptions({
      queryKey: ['sessions', 'pages', filter],
      queryFn: ({ signal, pageParam }) => {
        const query = { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) };
        return call(api.GET('/api/v1/sessions', { params: { query }, signal }));
      },
      initialPageParam: null as string | null,
      getNextPageParam: ({ next_cursor }) => next_cursor,
    }),
  timeline: (uuid: string) =>
    queryOptions({
      queryKey: ['sessions', 'timeline', uuid],
      queryFn: ({ signal }) =>
        call(api.GET('/api/v1/sessions/{id}/timeline', { params: { path: { id: uuid } }, signal })),
    }),
  messages: (uuid: string) =>
    queryOptions({
      queryKey: ['sessions', 'messages', uuid],
      queryFn: ({ signal }) =>
        call(
          api.GET('/api/v1/sessions/{id}/messages', { params: { path: { id: uuid }, query: { limit: 200 } }, signal }),
        ),
    }),
  one: (uuid: string) =>
    queryOptions({
      queryKey: ['sessions', 'one', uuid],
      queryFn: ({ signal }) => call(api.GET('/api/v1/sessions/{id}', { params: { path: { id: uuid } }, signal })),
    }),
};
