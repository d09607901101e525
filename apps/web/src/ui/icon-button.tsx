import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx';
import { useClosed } from './writing';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does: read aloud, and shown as a tooltip. */
  readonly label: string;
  readonly size?: 'sm' | 'md';
  /** It changes something: closed where one may only read. */
  readonly writes?: boolean;
}

export function IconButton({ icon: Icon, label, size = 'md', writes = false, className, ...props }: IconButtonProps) {
  const closed = useClosed(writes);
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-md text-soft transition-colors hover:bg-wash hover:text-ink',
        'disabled:opacity-55 aria-disabled:opacity-55 data-[state=open]:bg-wash data-[state=open]:text-ink',
        size === 'md' ? 'size-10 pointer-coarse:size-11' : 'size-8 pointer-coarse:size-10',
        className,
      )}
      {...props}
      {...closed?.props}
      {...(closed === null ? {} : { disabled: false, onClick: closed.refuse })}
    >
      <Icon aria-hidden className={size === 'md' ? 'size-5' : 'size-4'} />
    </button>
  );
}
