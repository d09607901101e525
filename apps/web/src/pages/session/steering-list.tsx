import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/ui/relative-time';
import type { Steering } from './room-log';

/** Who has paused, ended or unlocked it: where people sign in, others ask. */
export function SteeringList({ steering }: { readonly steering: readonly Steering[] }) {
  const { t } = useTranslation('session');
  return (
    <ul aria-label={t('steering.title')} className="grid gap-1 text-sm">
      {steering.map(({ key, deed, by, at }) => (
        <li key={key} className="flex flex-wrap gap-x-2 border-l-2 border-line-strong pl-3">
          <span className="font-medium">{t(`steering.${deed}`)}</span>
          <span className="text-soft">{t('review.by', { by })}</span>
          <span className="text-soft">
            <RelativeTime at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
