import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Layout, useGroupRef } from 'react-resizable-panels';
import { readStored, store } from '@/state/stored';

const PANELS = ['course', 'conversation', 'papers'] as const;
export type PanelName = (typeof PANELS)[number];

/** In percent of the width, where all are open. */
const SHARES: Record<PanelName, number> = { course: 20, conversation: 50, papers: 30 };
/** Who comes for the first time reads what is said, beside the document. */
const AT_FIRST: readonly PanelName[] = ['conversation', 'papers'];
const STORED = 'room.layout';
/** How it was before one panel took all the width. */
const STORED_BEFORE = 'room.layout.before';
/** Below this a panel is folded. */
const FOLDED = 1;

export interface RoomLayout {
  readonly group: ReturnType<typeof useGroupRef>;
  readonly initial: Layout;
  readonly isOpen: Readonly<Record<PanelName, boolean>>;
  /** The one that has all the width; null: none. */
  readonly maximised: PanelName | null;
  readonly onChanged: (layout: Layout) => void;
  /** Folds a panel, or unfolds it. */
  readonly toggle: (name: PanelName) => void;
  /** Gives a panel all the width, or gives it back. */
  readonly maximise: (name: PanelName) => void;
  readonly open: (name: PanelName) => void;
}

/** How wide the panels of the room are, which are folded, and which has it all. The browser remembers it. */
export function useRoomLayout(): RoomLayout {
  const group = useGroupRef();
  const [initial] = useState(() => remembered(STORED));
  const [initialBefore] = useState(() => remembered(STORED_BEFORE));
  /** The last one in which more than one was open: what is unfolded or given back is as wide as it was made. */
  const before = useRef(initialBefore);
  const [layout, setLayout] = useState<Layout>(initial);
  const isOpen = useMemo(() => openIn(layout), [layout]);
  const open = openNames(layout);
  const maximised = open.length === 1 ? (open[0] ?? null) : null;

  const onChanged = useCallback((next: Layout) => {
    // The panels say once how they begin: that draws nothing anew.
    setLayout((last) => (isSame(last, next) ? last : next));
    store(STORED, JSON.stringify(next));
    if (openNames(next).length < 2) return;
    before.current = next;
    store(STORED_BEFORE, JSON.stringify(next));
  }, []);
  const show = useCallback(
    (names: readonly PanelName[]) => {
      group.current?.setLayout(sharedOut(names, before.current));
    },
    [group],
  );
  const toggle = useCallback(
    (name: PanelName) => {
      const others = PANELS.filter((one) => isOpen[one] && one !== name);
      if (others.length > 0) show(isOpen[name] ? others : [...others, name]);
    },
    [isOpen, show],
  );
  const maximise = useCallback(
    (name: PanelName) => show(maximised === name ? openNames(before.current) : [name]),
    [maximised, show],
  );
  const unfold = useCallback(
    (name: PanelName) => {
      if (!isOpen[name]) show(PANELS.filter((one) => isOpen[one] || one === name));
    },
    [isOpen, show],
  );
  useShortcuts(toggle, maximise, show);
  return { group, initial, isOpen, maximised, onChanged, toggle, maximise, open: unfold };
}

/** Alt+Shift with 1, 2, 3: this panel alone; with 0: all of them; with the brackets: fold to the left, to the right. */
function useShortcuts(
  toggle: RoomLayout['toggle'],
  maximise: RoomLayout['maximise'],
  show: (names: readonly PanelName[]) => void,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
      const act = ACTIONS[event.code];
      if (act === undefined) return;
      event.preventDefault();
      act({ toggle, maximise, show });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [toggle, maximise, show]);
}

type Act = (room: {
  toggle: RoomLayout['toggle'];
  maximise: RoomLayout['maximise'];
  show: (names: readonly PanelName[]) => void;
}) => void;

/** By the place of the key, since Alt changes the letter on some keyboards. */
const ACTIONS: Readonly<Record<string, Act>> = {
  Digit1: ({ maximise }) => maximise('course'),
  Digit2: ({ maximise }) => maximise('conversation'),
  Digit3: ({ maximise }) => maximise('papers'),
  Digit0: ({ show }) => show(PANELS),
  BracketLeft: ({ toggle }) => toggle('course'),
  BracketRight: ({ toggle }) => toggle('papers'),
};

/** Apart by less than anybody sees. */
const isSame = (one: Layout, other: Layout): boolean =>
  PANELS.every((name) => Math.abs((one[name] ?? 0) - (other[name] ?? 0)) < 0.01);

function openIn(layout: Layout): Record<PanelName, boolean> {
  return {
    course: (layout['course'] ?? 0) >= FOLDED,
    conversation: (layout['conversation'] ?? 0) >= FOLDED,
    papers: (layout['papers'] ?? 0) >= FOLDED,
  };
}

const openNames = (layout: Layout): PanelName[] => PANELS.filter((name) => openIn(layout)[name]);

/** The whole width among these: in the shares that they had, or else their own. */
function sharedOut(names: readonly PanelName[], before: Layout = {}): Layout {
  const had = openIn(before);
  const shareOf = (name: PanelName): number => (had[name] ? (before[name] ?? 0) : SHARES[name]);
  const whole = names.reduce((sum, name) => sum + shareOf(name), 0);
  return Object.fromEntries(PANELS.map((name) => [name, names.includes(name) ? (100 * shareOf(name)) / whole : 0]));
}

function remembered(name: string): Layout {
  try {
    const layout = JSON.parse(readStored(name) ?? 'null') as Layout | null;
    const widths = PANELS.map((panel) => layout?.[panel]);
    const isWhole = widths.every((width) => typeof width === 'number' && width >= 0);
    if (layout !== null && isWhole && Math.abs(Object.values(layout).reduce((a, b) => a + b, 0) - 100) < 1)
      return layout;
  } catch {
    // What cannot be read is as good as nothing.
  }
  return sharedOut(AT_FIRST);
}
