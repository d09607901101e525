import { setTimeout as sleep } from 'node:timers/promises';

/** What a connection that was never made says: nothing was sent, so that sending it again does nothing twice. */
const REFUSED = new Set(['ECONNREFUSED', '53300', '57P03']);
const POOL_IS_BUSY = 'timeout exceeded when trying to connect';
const PATIENCE = { patienceMs: 60_000, pauseMs: 500 };

/** Writes, and where no connection is to be had tries again for a minute: an answer that was paid for is worth the wait. */
export async function untilConnected<Result>(
  write: () => Promise<Result>,
  { patienceMs, pauseMs } = PATIENCE,
): Promise<Result> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!wasNeverSent(error) || Date.now() > deadline) throw error;
      await sleep(pauseMs);
    }
  }
}

function wasNeverSent(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  return message === POOL_IS_BUSY || (typeof code === 'string' && REFUSED.has(code));
}
