import { type ReactNode, useId } from 'react';
import { cx } from '@/ui/cx';
import { PanelBoundary } from './panel-boundary';

interface PanelProps {
  readonly title: string;
  /** At the heading's end: a link, a count. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A named part of a page, which can break without its neighbours. */
export function Panel({ title, aside, className, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx('grid content-start gap-3', className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={id} className="font-serif text-xl font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      <PanelBoundary>{children}</PanelBoundary>
    </section>
  );
}
