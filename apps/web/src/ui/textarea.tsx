import type { ComponentProps } from 'react';
import { cx } from './cx';
import { useField } from './field';
import { CONTROL } from './input';

/** As high as its rows, and grows with what is typed, up to `max-h`. */
export function Textarea({ className, rows = 4, style, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useField()}
      rows={rows}
      // What sizes itself by its content takes no notice of `rows`.
      style={{ minHeight: `min(${rows}lh + 1rem, 60dvh)`, ...style }}
      className={cx(CONTROL, 'field-sizing-content max-h-[60dvh] py-2 leading-relaxed', className)}
      {...props}
    />
  );
}
