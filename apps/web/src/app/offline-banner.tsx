import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isReachable } from '@/api/reachability';
import { useValue } from '@/state/use-value';

/** The region is always there, so that what appears in it is read aloud. On a phone it does not stick: it would cover the tabs of a room. */
export function OfflineBanner() {
  const { t } = useTranslation('shell');
  const isThere = useValue(isReachable);
  return (
    <div role="status" className="z-20 lg:sticky lg:top-14 print:hidden">
      {!isThere && (
        <p className="flex items-center justify-center gap-2 bg-warn-wash px-4 py-2 text-center text-sm text-warn">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          {t('offline')}
        </p>
      )}
    </div>
  );
}
