import { useTranslation } from 'react-i18next';
import { cx } from './cx';

export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden data-skeleton className={cx('animate-pulse-soft rounded-md bg-sunken', className)} />;
}

/** The shape of a list that is on its way. */
export function SkeletonList({ rows = 3 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} className="h-12" />
      ))}
    </div>
  );
}
