import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
}

/** There is nothing yet, and that is no fault. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-line-strong px-6 py-10 text-center">
      <p className="font-serif text-xl">{title}</p>
      {children !== undefined && <p className="max-w-prose text-soft">{children}</p>}
      {action}
    </div>
  );
}
