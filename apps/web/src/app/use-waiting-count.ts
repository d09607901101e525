import { useQuery } from '@tanstack/react-query';
import { reviewQueries } from '@/api/queries/reviews';

/** Reviews that wait for a person; 0 while it is not known. */
export function useWaitingCount(): number {
  return useQuery(reviewQueries.pending()).data?.items.length ?? 0;
}
