import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reviewQueries } from '@/api/queries/reviews';
import { Later } from '@/ui/later';

/** The number beside "Reviews": how many wait for a person; nothing while it is not known. */
export function WaitingCount() {
  return (
    <Later>
      <Count />
    </Later>
  );
}

function Count() {
  const { t } = useTranslation('shell');
  const count = useQuery(reviewQueries.pending()).data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <span className="inline-flex min-w-5 justify-center rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent">
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('nav.waiting', { count })}</span>
    </span>
  );
}
