import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 100_000;
/** For suites that wait here: a wait that fails says what it saw, a test that is cut does not. */
export const TEST_TIMEOUT_MS = 120_000;
const POLL_MS = 25;

/**
 * Waits for something to become true and hands it over. What is asserted is that it happens, not when: a busy machine
 * reads a long document for a minute. `tell` says what was there instead.
 */
export async function eventually<Found>(
  what: string,
  look: () => Found | undefined | Promise<Found | undefined>,
  tell: () => string = () => '',
): Promise<Found> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}\n${tell()}`);
    await sleep(POLL_MS);
  }
}
