import i18next from 'i18next';
import { Keyboard } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/icon-button';

const Shown = lazy(async () => {
  const [{ ShortcutsDialog }] = await Promise.all([import('./shortcuts-dialog'), i18next.loadNamespaces('shortcuts')]);
  return { default: ShortcutsDialog };
});

/** Which keys do what: by a button where there is a keyboard, or by Alt+Shift+? (a sign alone would fire while dictating). */
export function Shortcuts() {
  const { t } = useTranslation('shell');
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.code !== 'Slash') return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <IconButton
        icon={Keyboard}
        label={t('shortcuts')}
        aria-keyshortcuts="Alt+Shift+?"
        className="max-lg:hidden pointer-coarse:hidden"
        onClick={() => setOpen(true)}
      />
      <Suspense>{isOpen && <Shown onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
