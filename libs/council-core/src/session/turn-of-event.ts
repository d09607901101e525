import type { LogEvent } from '@council/contracts';

/** The turn that an event belongs to; undefined: to none. */
export const turnOfEvent = ({ data }: Pick<LogEvent, 'data'>): string | undefined =>
  'turn_id' in data ? data.turn_id : undefined;
