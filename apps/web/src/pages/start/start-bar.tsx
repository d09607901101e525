import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';

interface StartBarProps {
  readonly isIncomplete: boolean;
  /** Why the council was not convened. */
  readonly error: Error | null;
  /** Why whoever looks may not convene one. */
  readonly whyNot: string | null;
  readonly isDisabled: boolean;
  readonly isBusy: boolean;
}

/** Always in sight. What went wrong stands beside the button: the end of the form may be far away. */
export function StartBar({ isIncomplete, error, whyNot, isDisabled, isBusy }: StartBarProps) {
  const { t } = useTranslation('start');
  return (
    <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 grid gap-2 border-t border-line bg-paper/95 px-4 py-3 sm:-mx-2 sm:px-2 backdrop-blur-sm lg:bottom-0">
      {isIncomplete && (
        <p role="alert" className="text-bad">
          {t('nothingAsked')}
        </p>
      )}
      {error !== null && (
        <div className="max-h-[40dvh] overflow-y-auto">
          <ErrorState error={error} />
        </div>
      )}
      {whyNot !== null && <p className="text-soft">{whyNot}</p>}
      <Button type="submit" look="primary" writes disabled={isDisabled} isBusy={isBusy} className="justify-self-start">
        {t('start')}
      </Button>
    </div>
  );
}
