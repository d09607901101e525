import type { AttemptPart } from './chat-attempt.js';
import { ModelFault } from './model-fault.js';

export interface Deadlines {
  readonly firstTokenTimeoutMs: number;
  readonly idleTimeoutMs: number;
}

/**
 * Passes the parts of an attempt on, and ends it when the upstream is silent for too long. The clock runs only while we
 * wait for the upstream: a slow reader is not its fault. When the reader leaves, the attempt is aborted too.
 */
export async function* withDeadlines(
  parts: AsyncIterable<AttemptPart>,
  attempt: AbortController,
  signal: AbortSignal,
  deadlines: Deadlines,
  who: string,
): AsyncIterable<AttemptPart> {
  const iterator = parts[Symbol.asyncIterator]();
  const startedAt = performance.now();
  let hasContent = false;
  try {
    for (;;) {
      const timeoutMs = hasContent
        ? deadlines.idleTimeoutMs
        : deadlines.firstTokenTimeoutMs - (performance.now() - startedAt);
      const timer = setTimeout(() => {
        attempt.abort(silence(hasContent, deadlines, who));
      }, timeoutMs);
      const next = await unlessAborted(iterator.next(), signal).finally(() => {
        clearTimeout(timer);
      });
      if (next.done === true) return;
      hasContent ||= next.value.kind === 'text' || next.value.kind === 'thinking' || next.value.kind === 'tool-call';
      yield next.value;
    }
  } finally {
    // Closes the socket now. The iterator's own end may hang on a dead upstream: nobody waits for it.
    attempt.abort();
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

function silence(hasContent: boolean, deadlines: Deadlines, who: string): ModelFault {
  const message = hasContent
    ? `${who} fell silent for ${deadlines.idleTimeoutMs} ms in the middle of its answer.`
    : `${who} sent nothing for ${deadlines.firstTokenTimeoutMs} ms.`;
  return new ModelFault('MODEL.TIMEOUT', message, true);
}

/** The promise, or the reason of the abort, whichever is first. One listener a wait, gone with it. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) {
      promise.catch(() => undefined);
      aborted();
      return;
    }
    signal.addEventListener('abort', aborted, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', aborted);
    });
  });
}
