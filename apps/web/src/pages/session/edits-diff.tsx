import { createTwoFilesPatch } from 'diff';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TextDiff } from './text-diff';

/** Two long texts with nothing in common take the longest to compare: better no picture than keys that stick. */
const TIMEOUT_MS = 300;

interface EditsDiffProps {
  /** The version under work. */
  readonly version: number;
  readonly current: string;
  readonly written: string;
}

/** What the text would change in the version under work, while it is being written. */
export default function EditsDiff({ version, current, written }: EditsDiffProps) {
  const { t } = useTranslation('session');
  const later = useDeferredValue(written);
  const diff = useMemo(
    // What a text field gives back has no carriage returns: they are no change of the person's.
    () =>
      createTwoFilesPatch('', '', current, later, '', '', { timeout: TIMEOUT_MS, stripTrailingCr: true, context: 3 }),
    [current, later],
  );
  if (diff === undefined) return <p className="text-sm text-soft">{t('review.editsTooMany', { version })}</p>;
  const count = (sign: string): number => diff.slice(diff.indexOf('@@')).split(`\n${sign}`).length - 1;
  const [added, removed] = [count('+'), count('-')];
  if (added + removed === 0) return <p className="text-sm text-soft">{t('review.editsNone', { version })}</p>;
  const label = t('review.edits', { version, added, removed });
  return (
    <details open className="min-w-0">
      <summary className="cursor-pointer py-1 text-sm font-medium">{label}</summary>
      <TextDiff diff={diff} label={label} />
    </details>
  );
}
