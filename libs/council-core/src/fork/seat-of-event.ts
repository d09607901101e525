import type { LogEvent } from '@council/contracts';
import { seatOfTurn } from '../session/state.js';
import { turnOfEvent } from '../session/turn-of-event.js';

/** By its turn; else the node, whose name is that of its seat where it has one. */
export function seatOfEvent(event: LogEvent): string {
  const turn = turnOfEvent(event);
  return turn === undefined ? (event.node_id ?? '') : seatOfTurn(turn);
}
