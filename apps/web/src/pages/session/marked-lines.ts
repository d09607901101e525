import { createContext, use } from 'react';

type Places = readonly (readonly [number, number])[];

export interface MarkedLines {
  readonly places: Places;
  /** Grows with each jump: the same reference may be followed twice. */
  readonly jump: number;
  readonly show: (places: Places) => void;
  /** The way back: to what a seat has said. */
  readonly showTurn: (key: string) => void;
}

export const MarkedLinesContext = createContext<MarkedLines>({
  places: [],
  jump: 0,
  show: () => undefined,
  showTurn: () => undefined,
});

/** Which lines of the document are marked, and how to go to others. */
export const useMarkedLines = (): MarkedLines => use(MarkedLinesContext);
