import type { ReactNode } from 'react';
import type { Pane } from './use-room-marks';

/** One thing to look at in the room: a tab, wherever tabs are. */
export interface RoomPart {
  readonly name: Pane;
  readonly label: string;
  readonly content: ReactNode;
}
