import { cx } from '@/ui/cx';

interface TextDiffProps {
  /** A unified diff. */
  readonly diff: string;
  readonly label: string;
}

/** What changes, line by line: the sign before each says it, the colour repeats it. */
export function TextDiff({ diff, label }: TextDiffProps) {
  return (
    <pre
      role="region"
      aria-label={label}
      // It scrolls within itself, and the keyboard has to reach it.
      tabIndex={0}
      className="max-h-[70dvh] overflow-auto rounded-md border border-line bg-sunken p-3 text-xs"
    >
      {diff.split('\n').map((line, at) => (
        <span key={at} className={cx('block min-h-4 whitespace-pre-wrap', lookOf(line))}>
          {line}
        </span>
      ))}
    </pre>
  );
}

function lookOf(line: string): string {
  if (line.startsWith('+')) return 'bg-good-wash text-good';
  if (line.startsWith('-')) return 'bg-bad-wash text-bad';
  return line.startsWith('@@') ? 'text-accent-strong' : '';
}
