import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/ui/error-state';
import { SkeletonList } from '@/ui/skeleton';
import type { useEarlier } from './use-earlier';

interface EarlierNoteProps {
  readonly earlier: ReturnType<typeof useEarlier>;
  /** Its way through the council is one that can be chosen here. */
  readonly hasTemplate: boolean;
}

/** Where the form was taken from, and what of it could not be. */
export function EarlierNote({ earlier: { isPending, error, begun }, hasTemplate }: EarlierNoteProps) {
  const { t } = useTranslation('start');
  if (isPending) return <SkeletonList rows={1} />;
  if (begun === null) return error !== null && <ErrorState error={error} title={t('earlier.failed')} />;
  return (
    <p className="rounded-md bg-wash p-4 text-sm">
      {t('earlier.from', { title: begun.title })} {!hasTemplate && t('earlier.noTemplate')}
    </p>
  );
}
