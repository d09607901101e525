import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatRelative } from '@/i18n/format';

const STEP_MS = 30_000;

/** How long ago, or how soon; the exact time is in its tooltip and for machines. */
export function RelativeTime({ at }: { readonly at: string }) {
  const { t, i18n } = useTranslation();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, STEP_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const date = new Date(at);
  return (
    <time dateTime={at} title={formatDateTime(date, i18n.language)} className="whitespace-nowrap">
      {formatRelative(date, now, i18n.language) ?? t('time.now')}
    </time>
  );
}
