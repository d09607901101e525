import { Value } from '@/state/value';
import { waitMs } from '@/live/back-off';

/**
 * Whether the server answers. Learned from the requests themselves: `navigator.onLine` says nothing about a server on
 * the same machine, and little about any other.
 */
export const isReachable = new Value(true);

let probing = false;

/** Told by every request that ended without an answer; from then on the server is asked until it is there again. */
export function lostServer(): void {
  isReachable.set(false);
  if (!probing) void probe();
}

export function heardServer(): void {
  isReachable.set(true);
}

/** For what failed outside of the requests to the API: whether it is because the server is gone. */
export async function askServer(): Promise<void> {
  const answer = await fetch('/health/live').catch(() => null);
  if (answer?.ok === true) heardServer();
  else lostServer();
}

async function probe(): Promise<void> {
  probing = true;
  for (let failures = 0; !isReachable.get(); failures += 1) {
    await waitOrOnline(waitMs(failures, Math.random()));
    const answer = await fetch('/health/live').catch(() => null);
    if (answer?.ok === true) heardServer();
  }
  probing = false;
}

function waitOrOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
  });
}
