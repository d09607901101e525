import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '@/api/client';
import type { operations } from '@/api/schema';
import { metPerson } from '@/state/person';

export type Me = Schemas['Me'];
export type User = Schemas['User'];
export type ApiTokenEntry = Schemas['ApiTokenEntry'];

export type AccessEntry = Schemas['AccessEntry'];
export type TrailFilter = Pick<
  NonNullable<operations['listAccessLog']['parameters']['query']>,
  'what' | 'who' | 'since' | 'until'
>;

export const accessQueries = {
  /** Answered to strangers too. */
  me: () =>
    queryOptions({
      queryKey: ['me'],
      queryFn: async ({ signal }) => {
        const me = await call(api.GET('/api/v1/auth/me', { signal }));
        // Whoever showed the server's token has no name.
        if (me.role !== null && me.mode !== 'single-user') metPerson(me.user?.user_uuid ?? me.mode);
        return me;
      },
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
  /** Who did what, the latest first, page by page. */
  trail: (filter: TrailFilter) =>
    infiniteQueryOptions({
      queryKey: ['trail', filter],
      queryFn: ({ signal, pageParam }) => {
        const query = { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) };
        return call(api.GET('/api/v1/audit', { params: { query }, signal }));
      },
      initialPageParam: null as string | null,
      getNextPageParam: ({ next_cursor }) => next_cursor,
    }),
};
