import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Review } from '@/api/queries/reviews';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Skeleton } from '@/ui/skeleton';
import { Textarea } from '@/ui/textarea';
import { roomQueries } from './room-queries';
import { keepWords, readUnsent } from './unsent-words';

const EditsDiff = lazy(() => import('./edits-diff'));

export interface Decision {
  readonly action: Review['request']['actions'][number];
  readonly data: { modified_content?: string; comment?: string };
}

interface ReviewWordsProps {
  readonly action: Decision['action'];
  readonly review: Review;
  /** Somebody has just asked for it: what was kept comes back without taking the focus. */
  readonly takesFocus: boolean;
  readonly isBusy: boolean;
  readonly onDecide: (decision: Decision) => void;
  readonly onCancel: () => void;
}

/** For a decision that needs words: the changed document, or why it is rejected. */
export function ReviewWords({ action, review, takesFocus, isBusy, onDecide, onCancel }: ReviewWordsProps) {
  const { t } = useTranslation(['session', 'common']);
  const { review_uuid: reviewUuid, session_uuid: sessionUuid } = review;
  const { document } = review.request;
  const isModify = action === 'modify';
  const path = document?.path ?? '';
  const history = useQuery({ ...roomQueries.history(sessionUuid, path), enabled: isModify && document !== null });
  const contentOf = (wanted: number | undefined) =>
    history.data?.history.find(({ version }) => version === wanted)?.content;
  const base = contentOf(document?.proposed ?? document?.current);
  const current = contentOf(document?.current);
  const [written, setWritten] = useState(() => readUnsent(reviewUuid)?.words[action] ?? null);
  const write = (next: string): void => {
    setWritten(next);
    keepWords(reviewUuid, action, next);
  };
  const words = written ?? (isModify ? (base ?? '') : '');
  const data = isModify ? { modified_content: words } : { comment: words.trim() };
  // An empty field would say that the document is empty.
  if (history.isLoading) return <Skeleton className="h-48" />;
  return (
    <div className="grid gap-3">
      {history.error !== null && <ErrorState error={history.error} onRetry={() => void history.refetch()} />}
      <Field label={t(isModify ? 'review.editor' : 'review.reason')} hint={t(`review.${action}.effect`)}>
        <Textarea
          autoFocus={takesFocus}
          rows={isModify ? 12 : 3}
          className={isModify ? 'font-mono text-sm' : ''}
          value={words}
          onChange={({ target }) => write(target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          writes
          look={isModify ? 'primary' : 'danger'}
          isBusy={isBusy}
          disabled={words.trim() === ''}
          onClick={() => onDecide({ action, data })}
        >
          {t(`review.${action}.name`)}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('common:action.cancel')}
        </Button>
      </div>
      {isModify && document !== null && current !== undefined && (
        <Suspense>
          <EditsDiff version={document.current} current={current} written={words} />
        </Suspense>
      )}
    </div>
  );
}
