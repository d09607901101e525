import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';

export const agentQueries = {
  list: () =>
    queryOptions({ queryKey: ['agents'], queryFn: ({ signal }) => call(api.GET('/api/v1/agents', { signal })) }),
};
export const groupQueries = {
  list: () =>
    queryOptions({ queryKey: ['groups'], queryFn: ({ signal }) => call(api.GET('/api/v1/groups', { signal })) }),
};
export const workflowQueries = {
  list: () =>
    queryOptions({ queryKey: ['workflows'], queryFn: ({ signal }) => call(api.GET('/api/v1/workflows', { signal })) }),
};
export const templateQueries = {
  list: () =>
    queryOptions({ queryKey: ['templates'], queryFn: ({ signal }) => call(api.GET('/api/v1/templates', { signal })) }),
};
