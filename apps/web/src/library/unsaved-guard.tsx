import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveGuard } from '@/state/leave-guard';
import { AlertDialog } from '@/ui/alert-dialog';

/** The state of a navigation that loses nothing: what was on the page has just been saved, or deleted. */
export const SETTLED = { isSettled: true } as const;

const isSettled = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isSettled' in state && state.isSettled === true;

/** Asks before a page is left whose changes are not saved: within the app in a dialog, else by the browser. */
export function UnsavedGuard({ isDirty }: { readonly isDirty: boolean }) {
  const { t } = useTranslation('library');
  const [asked, setAsked] = useState<{ readonly leave: () => void } | null>(null);
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent): void => {
      // Whoever has said in the dialog that it may be lost is not asked once more.
      if (leaveGuard.get() !== null) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    leaveGuard.set({ isSettled, ask: (leave) => setAsked({ leave }) });
    return () => {
      removeEventListener('beforeunload', ask);
      leaveGuard.set(null);
    };
  }, [isDirty]);
  return (
    <AlertDialog
      isOpen={asked !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) setAsked(null);
      }}
      title={t('unsaved.title')}
      description={t('unsaved.text')}
      action={t('unsaved.leave')}
      isDangerous
      onConfirm={() => {
        leaveGuard.set(null);
        asked?.leave();
      }}
    />
  );
}
