import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, newKey } from '@/api/client';
import type { Review } from '@/api/queries/reviews';
import { RequestProblem } from '@/api/request-problem';
import { formatNumber } from '@/i18n/format';
import { Button } from '@/ui/button';
import { Countdown } from '@/ui/countdown';
import { ErrorState } from '@/ui/error-state';
import { RelativeTime } from '@/ui/relative-time';
import { ReviewDraft } from './review-draft';
import { REVIEW_ID } from './review-place';
import { type Decision, ReviewWords } from './review-words';
import { VersionDiff } from './version-diff';

type Action = Review['request']['actions'][number];
/** These need words before they are sent. */
const WORDED: readonly Action[] = ['modify', 'reject'];

/** The council waits: what it has, what would change, and each way on with what it will do. */
export function ReviewForm({ review }: { readonly review: Review }) {
  const { t, i18n } = useTranslation(['session', 'common']);
  const [worded, setWorded] = useState<Action | null>(null);
  const { request, session_uuid: sessionUuid } = review;
  const decide = useMutation({
    mutationFn: ({ action, data }: Decision) =>
      call(
        api.POST('/api/v1/reviews/{review_uuid}/decision', {
          params: { path: { review_uuid: review.review_uuid }, header: { 'Idempotency-Key': newKey() } },
          body: { action, data },
        }),
      ),
  });
  const isTooLate = decide.error instanceof RequestProblem && decide.error.status === 409;
  const score = request.score ?? null;
  return (
    <section
      id={REVIEW_ID}
      tabIndex={-1}
      aria-label={t('review.title')}
      className="grid min-w-0 scroll-mt-32 gap-4 rounded-lg border border-warn bg-card p-5"
    >
      <div className="grid gap-1">
        <h2 className="font-serif text-xl font-semibold">{t('review.title')}</h2>
        <p className="flex flex-wrap gap-x-3 text-sm text-soft">
          <span>{review.node_name}</span>
          {review.round > 0 && <span>{t('round', { round: review.round })}</span>}
          {score !== null && <span>{t('common:score', { score: formatNumber(score, i18n.language) })}</span>}
          {review.expires_at !== null && (
            <span className="text-warn">
              {t('review.due')} <RelativeTime at={review.expires_at} />
              {' · '}
              <Countdown until={review.expires_at} over={t('review.over')} />
            </span>
          )}
        </p>
        {request.instructions !== '' && <p>{request.instructions}</p>}
      </div>
      <ReviewDraft draft={request.draft} />
      <VersionDiff sessionUuid={sessionUuid} document={request.document} />
      {worded === null ? (
        <ul className="grid gap-3 sm:grid-cols-2">
          {request.actions.map((action) => (
            <li key={action} className="grid content-start justify-items-start gap-1">
              <Button
                size="sm"
                look={action === 'approve' ? 'primary' : 'secondary'}
                isBusy={decide.isPending && decide.variables.action === action}
                disabled={decide.isPending}
                onClick={() => (WORDED.includes(action) ? setWorded(action) : decide.mutate({ action, data: {} }))}
              >
                {t(`review.${action}.name`)}
              </Button>
              <span className="text-sm text-soft">{t(`review.${action}.effect`)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <ReviewWords
          action={worded}
          sessionUuid={sessionUuid}
          document={request.document}
          isBusy={decide.isPending}
          onDecide={(decision) => decide.mutate(decision)}
          onCancel={() => setWorded(null)}
        />
      )}
      {decide.error !== null && (
        <ErrorState error={decide.error} {...(isTooLate ? { title: t('review.tooLate') } : {})} />
      )}
    </section>
  );
}
