import { useTranslation } from 'react-i18next';

/** The number beside "Reviews". */
export function WaitingCount({ count }: { readonly count: number }) {
  const { t } = useTranslation('shell');
  if (count === 0) return null;
  return (
    <span className="inline-flex min-w-5 justify-center rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent">
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('nav.waiting', { count })}</span>
    </span>
  );
}
