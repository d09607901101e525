/**
 * Does some work under a signal that also ends it after a while, with an error named `TimeoutError`.
 * `AbortSignal.any` over `AbortSignal.timeout` would read better and does not do: Node 20 collects the inner signal as
 * garbage, and the deadline never comes.
 */
export async function withDeadline<Result>(
  signal: AbortSignal,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const either = new AbortController();
  const stop = (): void => {
    either.abort(signal.reason);
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => {
    either.abort(new DOMException(`not done within ${timeoutMs} ms`, 'TimeoutError'));
  }, timeoutMs);
  try {
    return await work(either.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
