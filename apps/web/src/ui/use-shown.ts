import { type RefObject, useEffect, useRef } from 'react';

/** For a row of tabs wider than its place: the one that `mark` finds is in sight, whenever `value` is another one. */
export function useShown<Row extends HTMLElement>(mark: string, value: string): RefObject<Row | null> {
  const ref = useRef<Row>(null);
  useEffect(() => {
    const tab = ref.current?.querySelector(mark)?.getBoundingClientRect();
    const row = ref.current?.getBoundingClientRect();
    // Not scrollIntoView: that would move the page too.
    if (tab !== undefined && row !== undefined && ref.current !== null)
      ref.current.scrollLeft += Math.max(0, tab.right - row.right) - Math.max(0, row.left - tab.left);
  }, [mark, value]);
  return ref;
}
