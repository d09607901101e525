import { useTranslation } from 'react-i18next';
import type { Review } from '@/api/queries/reviews';
import { Countdown } from '@/ui/countdown';

/** How long there is time, and what happens then. */
export function Deadline({ review: { expires_at, is_expired, request } }: { readonly review: Review }) {
  const { t } = useTranslation('reviews');
  if (expires_at === null) return <span>{t('deadline.none')}</span>;
  if (is_expired) return <span className="text-bad">{t('deadline.expired')}</span>;
  return (
    <span className="text-warn">
      <Countdown until={expires_at} over={t('deadline.over')} /> ·{' '}
      {t(request.allow_skip ? 'deadline.approves' : 'deadline.pauses')}
    </span>
  );
}
