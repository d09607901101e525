import { useMemo, useState } from 'react';
import type { MarkedLines } from './marked-lines';

export type Pane = 'conversation' | 'document' | 'ledger' | 'report';

/** Which lines are marked and which pane is open: a reference opens the document. */
export function useRoomMarks() {
  const [pane, setPane] = useState<Pane>('conversation');
  const [{ places, jump }, setShown] = useState<Pick<MarkedLines, 'places' | 'jump'>>({ places: [], jump: 0 });
  const marks = useMemo<MarkedLines>(
    () => ({
      places,
      jump,
      show: (next) => {
        setShown(({ jump: last }) => ({ places: next, jump: last + 1 }));
        setPane('document');
      },
    }),
    [places, jump],
  );
  return { marks, pane, setPane };
}
