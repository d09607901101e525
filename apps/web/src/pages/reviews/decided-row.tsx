import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Review } from '@/api/queries/reviews';
import { isYou } from '@/reviews/is-you';
import { RelativeTime } from '@/ui/relative-time';

export function DecidedRow({ review }: { readonly review: Review }) {
  const { t } = useTranslation(['reviews', 'session']);
  const { session_uuid, session_title, session_objective, node_name, round, decision } = review;
  return (
    <li className="relative grid gap-1 px-4 py-3 first:rounded-t-lg last:rounded-b-lg hover:bg-wash">
      <Link
        to={`/sessions/${session_uuid}`}
        className="line-clamp-2 font-serif leading-snug after:absolute after:inset-0"
      >
        {session_title}
      </Link>
      {session_objective !== '' && <p className="truncate text-sm text-soft">{session_objective}</p>}
      {decision !== null && (
        <p className="flex flex-wrap gap-x-3 text-sm text-soft">
          <span className="font-medium text-ink">{t(`session:review.${decision.action}.name`)}</span>
          <span>
            {decision.is_automatic
              ? t('decided.automatic')
              : t('decided.by', { by: isYou(decision.by) ? t('decided.you') : decision.by })}
          </span>
          <RelativeTime at={decision.decided_at} />
          <span>{node_name}</span>
          {round > 0 && <span>{t('round', { round })}</span>}
        </p>
      )}
      {decision?.data.comment !== undefined && decision.data.comment !== '' && (
        <q className="line-clamp-2 text-sm">{decision.data.comment}</q>
      )}
    </li>
  );
}
