import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '@/api/client';

export type Me = Schemas['Me'];
export type User = Schemas['User'];
export type ApiTokenEntry = Schemas['ApiTokenEntry'];

export const accessQueries = {
  /** Answered to strangers too. */
  me: () =>
    queryOptions({
      queryKey: ['me'],
      queryFn: ({ signal }) => call(api.GET('/api/v1/auth/me', { signal })),
      staleTime: 60_000,
    }),
  users: () =>
    queryOptions({
      queryKey: ['users'],
      queryFn: ({ signal }) => call(api.GET('/api/v1/users', { signal })),
    }),
  tokens: () =>
    queryOptions({
      queryKey: ['tokens'],
      queryFn: ({ signal }) => call(api.GET('/api/v1/tokens', { signal })),
    }),
  people: (groupUuid: string) =>
    queryOptions({
      queryKey: ['group-people', groupUuid],
      queryFn: ({ signal }) =>
        call(api.GET('/api/v1/groups/{id}/people', { params: { path: { id: groupUuid } }, signal })),
    }),
};
