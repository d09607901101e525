import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '@/api/client';

export type Provider = Schemas['Provider'];
export type ProviderDetails = Schemas['ProviderDetails'];

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
  one: (id: string) =>
    queryOptions({
      queryKey: ['providers', 'one', id],
      queryFn: ({ signal }) => call(api.GET('/api/v1/providers/{id}', { params: { path: { id } }, signal })),
    }),
  /** Asks the provider itself, which takes as long as it takes. */
  models: (id: string) =>
    queryOptions({
      queryKey: ['providers', 'models', id],
      queryFn: ({ signal }) => call(api.GET('/api/v1/providers/{id}/models', { params: { path: { id } }, signal })),
      staleTime: 60_000,
    }),
};
