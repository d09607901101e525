import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';

interface TextDiffProps {
  /** A unified diff. */
  readonly diff: string;
  readonly label: string;
}

const PLACE = /^@@ -\d+(?:,\d+)? \+(\d+)/;

/** What changes, line by line: the sign before each says it, the colour repeats it. */
export function TextDiff({ diff, label }: TextDiffProps) {
  const { t } = useTranslation('session');
  // Above the first change stand the names of the files: signs that look like changes and are none.
  const lines = diff
    .slice(Math.max(0, diff.indexOf('@@')))
    .trimEnd()
    .split('\n');
  return (
    <pre
      role="region"
      aria-label={label}
      // It scrolls within itself, and the keyboard has to reach it.
      tabIndex={0}
      className="max-h-[70dvh] overflow-auto rounded-md border border-line bg-sunken p-3 text-xs"
    >
      {lines.map((line, at) => {
        const place = PLACE.exec(line)?.[1];
        return (
          <span key={at} className={cx('block min-h-4 whitespace-pre-wrap', lookOf(line), at > 0 && place && 'mt-2')}>
            {place === undefined ? line : t('file.fromLine', { line: place })}
          </span>
        );
      })}
    </pre>
  );
}

function lookOf(line: string): string {
  if (line.startsWith('+')) return 'bg-good-wash text-good';
  if (line.startsWith('-')) return 'bg-bad-wash text-bad';
  return line.startsWith('@@') || line.startsWith('\\') ? 'text-soft' : '';
}
