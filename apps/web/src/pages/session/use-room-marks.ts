import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { MarkedLines } from './marked-lines';
import { hashOfTurn } from './turn-link';

export type Pane = 'conversation' | 'course' | 'document' | 'ledger' | 'report';

/**
 * Which lines are marked and which pane is open: a reference opens the document, a cited line the conversation.
 * @param unfold opens the panel of what is shown; the same function every time.
 */
export function useRoomMarks(unfold?: (panel: 'papers' | 'conversation') => void) {
  const navigate = useNavigate();
  const [pane, setPane] = useState<Pane>('conversation');
  const [{ places, jump }, setShown] = useState<Pick<MarkedLines, 'places' | 'jump'>>({ places: [], jump: 0 });
  const marks = useMemo<MarkedLines>(
    () => ({
      places,
      jump,
      show: (next) => {
        setShown(({ jump: last }) => ({ places: next, jump: last + 1 }));
        setPane('document');
        unfold?.('papers');
      },
      showTurn: (key) => {
        setPane('conversation');
        unfold?.('conversation');
        void navigate({ hash: hashOfTurn(key) }, { replace: true });
      },
    }),
    [places, jump, unfold, navigate],
  );
  return { marks, pane, setPane };
}
