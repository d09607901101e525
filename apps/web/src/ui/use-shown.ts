import { type RefObject, useEffect, useRef } from 'react';

/** For a row of tabs wider than its place: the one that `mark` finds is in sight, whenever `value` is another one. */
export function useShown<Row extends HTMLElement>(mark: string, value: string): RefObject<Row | null> {
  const ref = useRef<Row>(null);
  useEffect(() => {
    const row = ref.current;
    if (row === null) return;
    // Told when the browser has laid the page out, also when the row becomes narrower: asked for here, it would do it for this.
    const observer = new ResizeObserver(() => {
      const tab = row.querySelector(mark)?.getBoundingClientRect();
      if (tab === undefined) return;
      const { left, right } = row.getBoundingClientRect();
      // Not scrollIntoView: that would move the page too.
      row.scrollLeft += Math.max(0, tab.right - right) - Math.max(0, left - tab.left);
    });
    observer.observe(row);
    return () => observer.disconnect();
  }, [mark, value]);
  return ref;
}
