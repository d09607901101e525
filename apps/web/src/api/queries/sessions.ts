import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '@/api/client';
import type { operations } from '@/api/schema';

export type Session = Schemas['Session'];
type SessionFilter = NonNullable<operations['listSessions']['parameters']['query']>;

export const sessionQueries = {
  list: (filter: SessionFilter = {}) =>
    queryOptions({
      queryKey: ['sessions', 'list', filter],
      queryFn: ({ signal }) => call(api.GET('/api/v1/sessions', { params: { query: filter }, signal })),
    }),
  one: (uuid: string) =>
    queryOptions({
      queryKey: ['sessions', 'one', uuid],
      queryFn: ({ signal }) => call(api.GET('/api/v1/sessions/{id}', { params: { path: { id: uuid } }, signal })),
    }),
};
