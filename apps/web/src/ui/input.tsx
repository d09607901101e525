import type { ComponentProps } from 'react';
import { cx } from './cx';
import { useField } from './field';

/** Of all controls that one types into. 16 pixels, or a phone zooms in on them. */
export const CONTROL = cx(
  'w-full rounded-md border border-line-strong bg-card px-3 text-base text-ink transition-colors',
  'hover:border-ink disabled:opacity-55 aria-invalid:border-bad',
);

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input {...useField()} className={cx(CONTROL, 'min-h-10 pointer-coarse:min-h-11', className)} {...props} />;
}
