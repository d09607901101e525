import { type ChainedLog, SessionLogs } from '@council/council';
import { withServices } from './with-services.js';

/** The log of a session in the database. */
export const readStoredLog = (sessionUuid: string): Promise<ChainedLog> =>
  withServices((app) => app.get(SessionLogs).load(sessionUuid));
