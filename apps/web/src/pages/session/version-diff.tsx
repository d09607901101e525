import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Review } from '@/api/queries/reviews';
import { cx } from '@/ui/cx';
import { QueryView } from '@/ui/query-view';
import { roomQueries } from './room-queries';

interface VersionDiffProps {
  readonly sessionUuid: string;
  readonly document: Review['request']['document'];
}

/** What the proposal changes in the document, line by line. */
export function VersionDiff({ sessionUuid, document }: VersionDiffProps) {
  if (document === null || document.proposed === null || document.proposed === document.current) return null;
  const { path, current, proposed } = document;
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
          <pre
            role="region"
            aria-label={t('review.diff', { added, removed })}
            // It scrolls within itself, and the keyboard has to reach it.
            tabIndex={0}
            className="max-h-96 overflow-auto rounded-md border border-line bg-sunken p-3 text-xs"
          >
            {text.split('\n').map((line, at) => (
              <span key={at} className={cx('block min-h-4 whitespace-pre-wrap', lookOf(line))}>
                {line}
              </span>
            ))}
          </pre>
        </details>
      )}
    </QueryView>
  );
}

function lookOf(line: string): string {
  if (line.startsWith('+')) return 'bg-good-wash text-good';
  if (line.startsWith('-')) return 'bg-bad-wash text-bad';
  return line.startsWith('@@') ? 'text-accent-strong' : '';
}
