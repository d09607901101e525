import type { ComponentProps } from 'react';
import { cx } from './cx';
import { useField } from './field';
import { CONTROL } from './input';

/** Grows with what is typed, up to `max-h`. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useField()}
      rows={rows}
      className={cx(CONTROL, 'field-sizing-content max-h-[60dvh] py-2 leading-relaxed', className)}
      {...props}
    />
  );
}
