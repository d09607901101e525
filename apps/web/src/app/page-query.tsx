import type { UseQueryResult } from '@tanstack/react-query';
import { RequestProblem } from '@/api/request-problem';
import { QueryView } from '@/ui/query-view';
import { NotFoundPage } from './not-found-page';
import { PageFrame } from './page-frame';

interface PageQueryProps {
  /** What such a thing is called. */
  readonly title: string;
  readonly query: UseQueryResult;
}

/** The page of one thing until it is there: it is waited for, it failed, or there is none. */
export function PageQuery({ title, query }: PageQueryProps) {
  if (query.error instanceof RequestProblem && query.error.isMissing) return <NotFoundPage problem={query.error} />;
  return (
    <PageFrame title={title}>
      <QueryView query={query}>{() => null}</QueryView>
    </PageFrame>
  );
}
