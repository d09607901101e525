import { useTranslation } from 'react-i18next';
import { Button } from './button';

interface MorePagesProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** At the end of a list that comes page by page; nothing where all of it is shown. */
export function MorePages({ query }: MorePagesProps) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <Button
      className="justify-self-center"
      isBusy={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t('action.more')}
    </Button>
  );
}
