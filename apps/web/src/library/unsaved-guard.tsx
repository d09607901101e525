import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { AlertDialog } from '@/ui/alert-dialog';

/** The state of a navigation that loses nothing: what was on the page has just been saved, or deleted. */
export const SETTLED = { isSettled: true } as const;

const isSettled = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isSettled' in state && state.isSettled === true;

/** Asks before a page is left whose changes are not saved: within the app in a dialog, else by the browser. */
export function UnsavedGuard({ isDirty }: { readonly isDirty: boolean }) {
  const { t } = useTranslation('library');
  /** The dialog closes after its answer, too: that is no second thought. */
  const isLeaving = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname && !isSettled(nextLocation.state),
  );
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isDirty]);
  return (
    <AlertDialog
      isOpen={blocker.state === 'blocked'}
      onOpenChange={(isOpen) => {
        if (!isOpen && !isLeaving.current) blocker.reset?.();
      }}
      title={t('unsaved.title')}
      description={t('unsaved.text')}
      action={t('unsaved.leave')}
      isDangerous
      onConfirm={() => {
        isLeaving.current = true;
        blocker.proceed?.();
      }}
    />
  );
}
