import type { ReactNode, Ref } from 'react';
import { cx } from './cx';

interface CardGridProps {
  /** One under the other. */
  readonly isList?: boolean;
  /** On a phone one row to push sideways: for a choice that stands before what else there is to do. */
  readonly isRowOnPhone?: boolean;
  readonly ref?: Ref<HTMLUListElement>;
  readonly children: ReactNode;
}

const ROW_ON_PHONE =
  'max-sm:-mx-4 max-sm:flex max-sm:snap-x max-sm:scroll-px-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1 ' +
  'max-sm:*:w-5/6 max-sm:*:shrink-0 max-sm:*:snap-start';

/** Cards beside each other, as many as fit. */
export function CardGrid({ isList = false, isRowOnPhone = false, ref, children }: CardGridProps) {
  return (
    <ul
      ref={ref}
      className={cx(
        'grid gap-4',
        !isList && 'grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))]',
        isRowOnPhone && ROW_ON_PHONE,
      )}
    >
      {children}
    </ul>
  );
}
