import { LoaderCircle } from 'lucide-react';
import { cx } from './cx';

/** For the eye alone: what waits says so in words beside it, or by `aria-busy`. */
export function Spinner({ className }: { readonly className?: string }) {
  return <LoaderCircle aria-hidden className={cx('size-4 animate-spin', className)} />;
}
