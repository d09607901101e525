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
import { useWhyNotHere } from '@/ui/writing';
import { ReviewDraft } from './review-draft';
import { REVIEW_ID } from './review-place';
import { type Decision, ReviewWords } from './review-words';
import { keepUnsent, readUnsent } from './unsent-words';
import { VersionDiff } from './version-diff';

type Action = Review['request']['actions'][number];
/** These need words before they are sent. */
const WORDED: readonly Action[] = ['modify', 'reject'];

interface ReviewFormProps {
  readonly review: Review;
  /** It was decided here: the form goes, and with it the focus. */
  readonly onDecided: () => void;
}

/** The council waits: what it has, what would change, and each way on with what it will do. */
export function ReviewForm({ review, onDecided }: ReviewFormProps) {
  const { t, i18n } = useTranslation(['session', 'common']);
  const [worded, setWorded] = useState<Action | null>(() => readUnsent(review.review_uuid)?.action ?? null);
  /** The way on that was chosen here last: where the focus goes when its words come, and when they are put away. */
  const [chosen, setChosen] = useState<Action | null>(null);
  const { request, session_uuid: sessionUuid } = review;
  const decide = useMutation({
    mutationFn: ({ action, data }: Decision) =>
      call(
        api.POST('/api/v1/reviews/{review_uuid}/decision', {
          params: { path: { review_uuid: review.review_uuid }, header: { 'Idempotency-Key': newKey() } },
          body: { action, data },
        }),
      ),
    onSuccess: onDecided,
    // Gone before the answer: who reads that it is decided must not be told that these words were not sent.
    onMutate: () => {
      const unsent = readUnsent(review.review_uuid);
      keepUnsent(review.review_uuid, null);
      return unsent;
    },
    onError: (_error, _decision, unsent) => keepUnsent(review.review_uuid, unsent ?? null),
  });
  const isTooLate = decide.error instanceof RequestProblem && decide.error.status === 409;
  const score = request.score ?? null;
  const whyNot = useWhyNotHere();
  const choose = (action: Action): void => {
    setChosen(action);
    if (!WORDED.includes(action)) {
      decide.mutate({ action, data: {} });
      return;
    }
    setWorded(action);
    const unsent = readUnsent(review.review_uuid);
    if (unsent !== null) keepUnsent(review.review_uuid, { ...unsent, action });
  };
  return (
    <section
      id={REVIEW_ID}
      tabIndex={-1}
      aria-label={t('review.title')}
      className="grid min-w-0 scroll-mt-44 lg:scroll-mt-4 gap-4 rounded-lg border border-warn bg-card p-5"
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
              {' · '}
              {t(request.allow_skip ? 'review.thenGoesOn' : 'review.thenPauses')}
            </span>
          )}
        </p>
        {request.instructions !== '' && <p>{request.instructions}</p>}
      </div>
      <ReviewDraft draft={request.draft} />
      <VersionDiff sessionUuid={sessionUuid} document={request.document} />
      {whyNot !== null && <p className="text-sm text-soft">{whyNot}</p>}
      {worded === null ? (
        <ul className="grid gap-3 sm:grid-cols-2">
          {request.actions.map((action) => (
            <li key={action} className="grid content-start justify-items-start gap-1">
              <Button
                writes
                size="sm"
                look={action === 'approve' ? 'primary' : 'secondary'}
                isBusy={decide.isPending && decide.variables.action === action}
                disabled={decide.isPending}
                autoFocus={action === chosen}
                onClick={() => choose(action)}
              >
                {t(`review.${action}.name`)}
              </Button>
              <span className="text-sm text-soft">{t(effectOf(action, request.document))}</span>
            </li>
          ))}
        </ul>
      ) : (
        <ReviewWords
          action={worded}
          takesFocus={worded === chosen}
          review={review}
          isBusy={decide.isPending}
          onDecide={(decision) => decide.mutate(decision)}
          onCancel={() => {
            setChosen(worded);
            setWorded(null);
          }}
        />
      )}
      {decide.error !== null && (
        <ErrorState error={decide.error} {...(isTooLate ? { title: t('review.tooLate') } : {})} />
      )}
    </section>
  );
}

/** Where nothing is proposed there is nothing to take, and what is taken is not said. */
function effectOf(action: Action, document: Review['request']['document']) {
  const proposed = document?.proposed ?? null;
  const isProposed = proposed !== null && proposed !== document?.current;
  const takes = action === 'approve' || action === 'continue' || action === 'apply';
  return takes && !isProposed ? (`review.asIs.${action}` as const) : (`review.${action}.effect` as const);
}
