import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';

export const reportQueries = {
  /** Markdown; 409 until the session has ended. */
  text: (uuid: string) =>
    queryOptions({
      queryKey: ['sessions', 'report-text', uuid],
      queryFn: ({ signal }) =>
        call(
          api.GET('/api/v1/sessions/{id}/report', {
            params: { path: { id: uuid }, query: { format: 'md' } },
            parseAs: 'text',
            signal,
          }),
        ).then(String),
    }),
};
