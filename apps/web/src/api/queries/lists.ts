import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';

export const agentQueries = {
  list: () =>
    queryOptions({ queryKey: ['agents'], queryFn: ({ signal }) => call(api.GET('/api/v1/agents', { signal })) }),
  one: (uuid: string) =>
    queryOptions({
      queryKey: ['agents', uuid],
      queryFn: ({ signal }) => call(api.GET('/api/v1/agents/{id}', { params: { path: { id: uuid } }, signal })),
    }),
};
export const groupQueries = {
  list: () =>
    queryOptions({ queryKey: ['groups'], queryFn: ({ signal }) => call(api.GET('/api/v1/groups', { signal })) }),
  one: (uuid: string) =>
    queryOptions({
      queryKey: ['groups', uuid],
      queryFn: ({ signal }) => call(api.GET('/api/v1/groups/{id}', { params: { path: { id: uuid } }, signal })),
    }),
};
export const workflowQueries = {
  list: () =>
    queryOptions({ queryKey: ['workflows'], queryFn: ({ signal }) => call(api.GET('/api/v1/workflows', { signal })) }),
};
export const templateQueries = {
  list: () =>
    queryOptions({ queryKey: ['templates'], queryFn: ({ signal }) => call(api.GET('/api/v1/templates', { signal })) }),
  one: (uuid: string) =>
    queryOptions({
      queryKey: ['templates', uuid],
      queryFn: ({ signal }) => call(api.GET('/api/v1/templates/{id}', { params: { path: { id: uuid } }, signal })),
    }),
};
