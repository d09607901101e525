import type { ReactNode } from 'react';
import { cx } from './cx';

interface CardGridProps {
  /** One under the other. */
  readonly isList?: boolean;
  readonly children: ReactNode;
}

/** Cards beside each other, as many as fit. */
export function CardGrid({ isList = false, children }: CardGridProps) {
  return (
    <ul className={cx('grid gap-4', !isList && 'grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))]')}>
      {children}
    </ul>
  );
}
