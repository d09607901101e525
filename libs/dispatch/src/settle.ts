import type { NewEvent } from '@council/contracts';
import type { SessionState } from '@council/council-core';

/** Appends what is decided on the state that the append follows. */
export type Settle = (decide: (state: SessionState) => readonly NewEvent[]) => Promise<void>;
