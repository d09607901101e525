import { runInNewContext } from 'node:vm';

/** What a pattern that backtracks would take hours for, and one that does not less than a second. */
const HOPELESS_MS = 20_000;

/** Throws where the work does not come to its end: a pattern that hangs would hang the test with it. */
export const cutShort = <T>(work: () => T): T => runInNewContext('work()', { work }, { timeout: HOPELESS_MS }) as T;
