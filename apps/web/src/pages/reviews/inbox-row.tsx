import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Review } from '@/api/queries/reviews';
import { formatNumber } from '@/i18n/format';
import { isExpert } from '@/state/expert';
import { useValue } from '@/state/use-value';
import { Button } from '@/ui/button';
import { RelativeTime } from '@/ui/relative-time';
import { Deadline } from './deadline';
import { excerptOf } from './excerpt-of';
import { QuickLook } from './quick-look';

/** What is asked, of what, and until when; decided in the room, where the document lies beside it. */
export function InboxRow({ review }: { readonly review: Review }) {
  const { t, i18n } = useTranslation(['reviews', 'common']);
  const expert = useValue(isExpert);
  const { request, session_uuid, session_title, session_objective, node_name, round, requested_at, review_uuid } =
    review;
  const score = request.score ?? null;
  const excerpt = excerptOf(request.draft);
  return (
    <li className="grid gap-3 rounded-lg border border-warn bg-card p-4 sm:p-5">
      <div className="grid gap-1">
        <h3 className="font-serif text-lg leading-snug font-semibold">{session_title}</h3>
        {session_objective !== '' && <p className="line-clamp-2 max-w-[72ch]">{session_objective}</p>}
        <p className="flex flex-wrap gap-x-3 text-sm text-soft">
          <span>{node_name}</span>
          {round > 0 && <span>{t('round', { round })}</span>}
          {score !== null && <span>{t('common:score', { score: formatNumber(score, i18n.language) })}</span>}
          <span>
            {t('asked')} <RelativeTime at={requested_at} />
          </span>
          <Deadline review={review} />
        </p>
      </div>
      {request.instructions !== '' && <p className="max-w-[72ch] font-medium">{request.instructions}</p>}
      {excerpt !== '' && <p className="line-clamp-3 max-w-[72ch] font-serif text-soft">{excerpt}</p>}
      {expert && <p className="font-mono text-xs break-all text-soft">{review_uuid}</p>}
      <div className="flex flex-wrap gap-2">
        <Button asChild size="sm" look="primary">
          <Link to={`/sessions/${session_uuid}`} aria-label={t('decideOf', { title: session_title })}>
            {t('decide')}
          </Link>
        </Button>
        <QuickLook review={review} />
      </div>
    </li>
  );
}
