import type { ReactNode } from 'react';
import { cx } from '@/ui/cx';
import { PageTitle } from './page-title';

interface PageFrameProps {
  readonly title: string;
  /** What the tab says, where the heading is more than a name. */
  readonly tabTitle?: string;
  readonly lead?: ReactNode;
  /** What can be done here, at the heading's end. */
  readonly actions?: ReactNode;
  /** For text that is read and forms that are filled in; lists and rooms take what there is. */
  readonly isNarrow?: boolean;
  readonly children: ReactNode;
}

/** How a page begins: the title of the tab, the one h1, what it is about, what can be done. */
export function PageFrame({ title, tabTitle, lead, actions, isNarrow = false, children }: PageFrameProps) {
  return (
    <div className={cx('grid gap-8', isNarrow && 'mx-auto max-w-3xl')}>
      <PageTitle>{tabTitle ?? title}</PageTitle>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4 border-b border-line pb-6">
        <div className="grid min-w-0 gap-2">
          <h1 className="font-serif text-2xl font-semibold break-words sm:text-3xl">{title}</h1>
          {lead !== undefined && <p className="max-w-[60ch] font-serif text-lg text-soft">{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
