import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { RequestProblem } from '@/api/request-problem';
import { ErrorState } from './error-state';
import { SkeletonList } from './skeleton';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** What is drawn while nothing is known; a list of three rows unless said. */
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** The states of what is asked of the server, once for all pages. Old data stays while it is asked for anew. */
export function QueryView<Data>({ query, skeleton, children }: QueryViewProps<Data>) {
  // What comes later than the page is drawn in small pieces, between which the page answers.
  const isDrawn = useDeferredValue(query.data !== undefined);
  if (query.data !== undefined && isDrawn) return children(query.data);
  if (query.isError) {
    // What is not there will not be there the next time; rights may have been given, and a filter mended.
    const isFinal = query.error instanceof RequestProblem && query.error.isMissing;
    return <ErrorState error={query.error} {...(isFinal ? {} : { onRetry: () => void query.refetch() })} />;
  }
  return skeleton ?? <SkeletonList />;
}
