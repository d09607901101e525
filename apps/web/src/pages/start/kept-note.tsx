import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';

/** That the form holds what was begun before, and the way to an empty one. */
export function KeptNote({ onBeginAnew }: { readonly onBeginAnew: () => void }) {
  const { t } = useTranslation('start');
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-wash px-3 py-1.5">
      <p>{t('kept')}</p>
      <Button look="quiet" size="sm" onClick={onBeginAnew}>
        {t('beginAnew')}
      </Button>
    </div>
  );
}
