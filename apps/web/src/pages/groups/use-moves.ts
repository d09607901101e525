import { type RefObject, useEffect, useRef, useState } from 'react';

interface Moves {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly move: (at: number, by: -1 | 1) => void;
  /** Who was moved last: said aloud. */
  readonly moved: string | null;
}

/** Moves in a list keep the focus where it was: on the button of the one who was moved, or the other one at an end. */
export function useMoves(items: readonly string[], onChange: (items: readonly string[]) => void): Moves {
  const list = useRef<HTMLOListElement>(null);
  const [last, setLast] = useState<{ readonly id: string; readonly by: -1 | 1 } | null>(null);
  useEffect(() => {
    if (last === null) return;
    const buttons = `[data-member="${last.id}"] button[data-way]:not(:disabled)`;
    const same = list.current?.querySelector<HTMLElement>(`${buttons}[data-way="${last.by}"]`);
    (same ?? list.current?.querySelector<HTMLElement>(buttons))?.focus();
  }, [last]);
  const move = (at: number, by: -1 | 1): void => {
    const [one, other] = [items[at], items[at + by]];
    if (one === undefined || other === undefined) return;
    onChange(items.map((id) => (id === one ? other : id === other ? one : id)));
    setLast({ id: one, by });
  };
  return { list, move, moved: last?.id ?? null };
}
