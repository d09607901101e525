import type { ReactNode } from 'react';
import { cx } from './cx';

const TONES = {
  neutral: 'bg-sunken text-soft',
  accent: 'bg-wash text-accent-strong',
  good: 'bg-good-wash text-good',
  warn: 'bg-warn-wash text-warn',
  bad: 'bg-bad-wash text-bad',
} as const;
export type Tone = keyof typeof TONES;

interface BadgeProps {
  readonly tone?: Tone;
  /** Something goes on: a dot breathes before the words. */
  readonly isLive?: boolean;
  readonly children: ReactNode;
}

/** A state in one or two words. The words say it; the colour only repeats them. */
export function Badge({ tone = 'neutral', isLive = false, children }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-medium whitespace-nowrap',
        TONES[tone],
      )}
    >
      {isLive && <span aria-hidden className="size-1.5 animate-pulse-soft rounded-full bg-current" />}
      {children}
    </span>
  );
}
