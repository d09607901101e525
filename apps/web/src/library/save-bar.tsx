import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { useWhyNotHere } from '@/ui/writing';

interface SaveBarProps {
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  /** Why it could not be saved. */
  readonly error: Error | null;
}

/** The end of a form that is longer than the window: stays in sight, says whether something is not saved yet. */
export function SaveBar({ isDirty, isBusy, error }: SaveBarProps) {
  const { t } = useTranslation(['library', 'common']);
  const whyNot = useWhyNotHere();
  return (
    <div className="sticky bottom-14 z-10 col-span-full grid gap-3 border-t border-line bg-paper py-3 lg:bottom-0">
      {error !== null && <ErrorState error={error} />}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" writes isBusy={isBusy}>
          {t('common:action.save')}
        </Button>
        {whyNot !== null && <p className="text-sm text-soft">{whyNot}</p>}
        {isDirty && <p className="text-sm text-soft">{t('unsaved.mark')}</p>}
      </div>
    </div>
  );
}
