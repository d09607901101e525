import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '@/api/client';

/** What the room asks for of one session. Under its uuid: asked for anew with everything that happens in it. */
export const roomQueries = {
  files: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'files', id],
      queryFn: ({ signal }) => call(api.GET('/api/v1/sessions/{id}/files', { params: { path: { id } }, signal })),
    }),
  history: (id: string, path: string) =>
    queryOptions({
      queryKey: ['sessions', 'history', id, path],
      queryFn: ({ signal }) =>
        call(api.GET('/api/v1/sessions/{id}/files/history', { params: { path: { id }, query: { path } }, signal })),
    }),
  diff: (id: string, query: { path: string; from: number; to: number }) =>
    queryOptions({
      queryKey: ['sessions', 'diff', id, query],
      queryFn: ({ signal }) =>
        call(api.GET('/api/v1/sessions/{id}/files/diff', { params: { path: { id }, query }, signal })),
    }),
  ledger: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'ledger', id],
      queryFn: ({ signal }) => call(api.GET('/api/v1/sessions/{id}/ledger', { params: { path: { id } }, signal })),
    }),
  report: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'report', id],
      queryFn: async ({ signal }): Promise<Schemas['Report']> => {
        const params = { path: { id }, query: { format: 'json' } } as const;
        const { data }: { data?: unknown } = await api.GET('/api/v1/sessions/{id}/report', { params, signal });
        return data as Schemas['Report'];
      },
    }),
  reportText: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'report-text', id],
      queryFn: ({ signal }) =>
        call(
          api.GET('/api/v1/sessions/{id}/report', {
            params: { path: { id }, query: { format: 'md' } },
            parseAs: 'text',
            signal,
          }),
        ).then(String),
    }),
  reviews: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'reviews', id],
      queryFn: ({ signal }) => call(api.GET('/api/v1/sessions/{id}/reviews', { params: { path: { id } }, signal })),
    }),
};
