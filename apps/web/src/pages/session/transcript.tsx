import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useScroller } from './scroller';

/** Up to here every row is drawn: the browser's own search finds all of it. Beyond, only what is in sight. */
const ALL_DRAWN = 80;
const OVERSCAN = 6;
/** What sticks to the top of the page: header, controls and tabs. Nothing does in a panel. */
const ABOVE_PAGE_PX = 176;
const ABOVE_PANEL_PX = 16;
const ESTIMATED_PX = 320;

interface TranscriptProps<Row extends { readonly key: string }> {
  readonly rows: readonly Row[];
  /** Which row to bring into sight, again whenever `jump` is another one; null: none. */
  readonly target: number | null;
  readonly jump: string;
  readonly children: (row: Row) => ReactNode;
}

/** Rows of any height, of which only those in sight are in the page. Scrolls with the panel around it, or the page. */
export function Transcript<Row extends { readonly key: string }>(props: TranscriptProps<Row>) {
  const scroller = useScroller();
  return scroller === null ? <PageRows {...props} /> : <PanelRows {...props} scroller={scroller} />;
}

function PageRows<Row extends { readonly key: string }>(props: TranscriptProps<Row>) {
  const { list, start } = useStart(null);
  const virtualizer = useWindowVirtualizer({
    ...optionsOf(props.rows),
    scrollMargin: start,
    scrollPaddingStart: ABOVE_PAGE_PX,
  });
  return <Rows {...props} list={list} start={start} virtualizer={virtualizer} />;
}

function PanelRows<Row extends { readonly key: string }>({
  scroller,
  ...props
}: TranscriptProps<Row> & { readonly scroller: HTMLElement }) {
  const { list, start } = useStart(scroller);
  const virtualizer = useVirtualizer({
    ...optionsOf(props.rows),
    scrollMargin: start,
    scrollPaddingStart: ABOVE_PANEL_PX,
    getScrollElement: () => scroller,
  });
  return <Rows {...props} list={list} start={start} virtualizer={virtualizer} />;
}

const optionsOf = (rows: readonly { readonly key: string }[]) => ({
  count: rows.length,
  estimateSize: () => ESTIMATED_PX,
  getItemKey: (at: number) => rows[at]?.key ?? at,
  overscan: rows.length <= ALL_DRAWN ? rows.length : OVERSCAN,
  useFlushSync: false,
  // Rows at once, not only after the first layout: what React draws for a layout it draws in one piece.
  initialRect: { width: innerWidth, height: innerHeight },
});

/** How far below the scroller's top the list begins: above it stand banners and the verdict, which come and go. */
function useStart(scroller: HTMLElement | null) {
  const list = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState(0);
  const measure = useCallback(() => {
    const top = list.current?.getBoundingClientRect().top ?? 0;
    setStart(scroller === null ? top + scrollY : top - scroller.getBoundingClientRect().top + scroller.scrollTop);
  }, [scroller]);
  useEffect(() => {
    // Its first word comes when the page is laid out: measured here, the browser would lay it out for this alone.
    const observer = new ResizeObserver(measure);
    observer.observe(scroller?.firstElementChild ?? document.body);
    return () => observer.disconnect();
  }, [measure, scroller]);
  return { list, start };
}

interface RowsProps<
  Row extends { readonly key: string },
  Scroller extends Element | Window,
> extends TranscriptProps<Row> {
  readonly list: React.RefObject<HTMLDivElement | null>;
  readonly start: number;
  readonly virtualizer: Virtualizer<Scroller, Element>;
}

function Rows<Row extends { readonly key: string }, Scroller extends Element | Window>({
  rows,
  target,
  jump,
  children,
  list,
  start,
  virtualizer,
}: RowsProps<Row, Scroller>) {
  const items = virtualizer.getVirtualItems();
  useEffect(() => {
    if (target !== null) virtualizer.scrollToIndex(target, { align: 'start' });
  }, [target, jump, virtualizer]);
  return (
    <div ref={list} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      <div className="absolute inset-x-0 top-0" style={{ translate: `0 ${(items[0]?.start ?? start) - start}px` }}>
        {items.map(({ key, index }) => {
          const row = rows[index];
          return (
            <div key={key} ref={virtualizer.measureElement} data-index={index} className="pb-4">
              {row !== undefined && children(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
