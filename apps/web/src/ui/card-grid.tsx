import type { ReactNode } from 'react';

/** Cards beside each other, as many as fit. */
export function CardGrid({ children }: { readonly children: ReactNode }) {
  return <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))] gap-4">{children}</ul>;
}
