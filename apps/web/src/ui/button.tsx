import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cx } from './cx';
import { Spinner } from './spinner';
import { useClosed } from './writing';

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line-strong bg-card text-ink hover:bg-wash',
  quiet: 'text-ink hover:bg-wash',
  danger: 'bg-bad text-on-bad hover:brightness-110',
} as const;
const SIZES = {
  sm: 'min-h-8 px-3 text-sm gap-1.5 pointer-coarse:min-h-10',
  md: 'min-h-10 px-4 text-sm gap-2 pointer-coarse:min-h-11',
} as const;

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: keyof typeof LOOKS;
  readonly size?: keyof typeof SIZES;
  /** It works on it: cannot be pressed again, and says so. */
  readonly isBusy?: boolean;
  /** It changes something: closed where one may only read. */
  readonly writes?: boolean;
  /** The one child takes the look: `<Button asChild><Link to="/start">…</Link></Button>`. */
  readonly asChild?: boolean;
}

export function Button({ look = 'secondary', size = 'md', isBusy = false, asChild = false, ...rest }: ButtonProps) {
  const { className, children, disabled, writes = false, ...props } = rest;
  const closed = useClosed(writes);
  const classes = cx(
    'inline-flex shrink-0 items-center justify-center rounded-md py-1 text-center font-medium transition-colors',
    'disabled:opacity-55 aria-disabled:opacity-55',
    LOOKS[look],
    SIZES[size],
    className,
  );
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      className={classes}
      disabled={closed === null && (disabled === true || isBusy)}
      aria-busy={isBusy || undefined}
      {...props}
      {...closed?.props}
      {...(closed === null ? {} : { onClick: closed.refuse })}
    >
      {isBusy && <Spinner />}
      {children}
    </button>
  );
}
