import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Review } from '@/api/queries/reviews';
import { QueryView } from '@/ui/query-view';
import { roomQueries } from './room-queries';
import { TextDiff } from './text-diff';

interface VersionDiffProps {
  readonly sessionUuid: string;
  readonly document: Review['request']['document'];
}

/** What the proposal changes in the document, line by line. */
export function VersionDiff({ sessionUuid, document }: VersionDiffProps) {
  const { t } = useTranslation('session');
  if (document === null) return null;
  const { path, current, proposed } = document;
  if (proposed === null || proposed === current) return <p className="text-sm text-soft">{t('review.unchanged')}</p>;
  return <Diff sessionUuid={sessionUuid} change={{ path, from: current, to: proposed }} />;
}

interface DiffProps {
  readonly sessionUuid: string;
  readonly change: { readonly path: string; readonly from: number; readonly to: number };
}

function Diff({ sessionUuid, change }: DiffProps) {
  const { t } = useTranslation('session');
  const diff = useQuery(roomQueries.diff(sessionUuid, change));
  return (
    <QueryView query={diff}>
      {({ diff: text, added_lines: added, removed_lines: removed }) => (
        <details open className="min-w-0">
          <summary className="cursor-pointer py-1 text-sm font-medium">{t('review.diff', { added, removed })}</summary>
          <TextDiff diff={text} label={t('review.diff', { added, removed })} />
        </details>
      )}
    </QueryView>
  );
}
