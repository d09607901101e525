import { CARRIER_ROWS } from './carrier-rows.js';
import { DECIDER_ROWS } from './decider-rows.js';
import type { PropertyRow } from './property-row.js';
import { SPEAKER_ROWS } from './speaker-rows.js';

/** Each property of each kind of node. */
export const PROPERTY_ROWS: readonly PropertyRow[] = [...SPEAKER_ROWS, ...DECIDER_ROWS, ...CARRIER_ROWS];
