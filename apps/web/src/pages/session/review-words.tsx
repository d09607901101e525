import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Review } from '@/api/queries/reviews';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { roomQueries } from './room-queries';

export interface Decision {
  readonly action: Review['request']['actions'][number];
  readonly data: { modified_content?: string; comment?: string };
}

interface ReviewWordsProps {
  readonly action: Decision['action'];
  readonly sessionUuid: string;
  readonly document: Review['request']['document'];
  readonly isBusy: boolean;
  readonly onDecide: (decision: Decision) => void;
  readonly onCancel: () => void;
}

/** For a decision that needs words: the changed document, or why it is rejected. */
export function ReviewWords({ action, sessionUuid, document, isBusy, onDecide, onCancel }: ReviewWordsProps) {
  const { t } = useTranslation(['session', 'common']);
  const isModify = action === 'modify';
  const path = document?.path ?? '';
  const history = useQuery({ ...roomQueries.history(sessionUuid, path), enabled: isModify && document !== null });
  const base = history.data?.history.find(({ version }) => version === (document?.proposed ?? document?.current));
  const [written, setWritten] = useState<string | null>(null);
  const words = written ?? (isModify ? (base?.content ?? '') : '');
  const data = isModify ? { modified_content: words } : { comment: words.trim() };
  return (
    <div className="grid gap-3">
      <Field label={t(isModify ? 'review.editor' : 'review.reason')} hint={t(`review.${action}.effect`)}>
        <Textarea
          rows={isModify ? 12 : 3}
          className={isModify ? 'font-mono text-sm' : ''}
          value={words}
          onChange={({ target }) => setWritten(target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
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
    </div>
  );
}
