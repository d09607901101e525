import type { AttemptPart } from './chat-attempt.js';
import { ModelFault } from './model-fault.js';

export interface Deadlines {
  readonly firstTokenTimeoutMs: number;
  readonly idleTimeoutMs: number;
}

/**
 * Passes the parts of an attempt on, and ends it when the upstream is silent for too long. The clock runs only while we
 * wait for the upstream: a slow reader is not its fault. When the reader leaves, the attempt is aborted too. One timer
 * and one listener serve the whole attempt: there may be a part every few milliseconds, and a thousand attempts.
 */
export async function* withDeadlines(
  parts: AsyncIterable<AttemptPart>,
  attempt: AbortController,
  signal: AbortSignal,
  deadlines: Deadlines,
  who: string,
): AsyncIterable<AttemptPart> {
  const iterator = parts[Symbol.asyncIterator]();
  const wait = new Wait(signal);
  let hasContent = false;
  const onSilence = (): void => {
    if (wait.isOn) attempt.abort(silence(hasContent, deadlines, who));
  };
  let timer = setTimeout(onSilence, deadlines.firstTokenTimeoutMs);
  try {
    for (;;) {
      const next = await wait.for(iterator.next());
      if (next.done === true) return;
      const { kind } = next.value;
      if (!hasContent && (kind === 'text' || kind === 'thinking' || kind === 'tool-call')) {
        hasContent = true;
        clearTimeout(timer);
        timer = setTimeout(onSilence, deadlines.idleTimeoutMs);
      }
      yield next.value;
      if (hasContent) timer.refresh();
    }
  } finally {
    clearTimeout(timer);
    wait.end();
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

/** Waits for one promise after the other; each wait ends with the abort at the latest. */
class Wait {
  private reject: ((reason: Error) => void) | null = null;
  private readonly onAbort = (): void => {
    this.reject?.(this.signal.reason as Error);
  };

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', this.onAbort, { once: true });
  }

  get isOn(): boolean {
    return this.reject !== null;
  }

  async for<T>(promise: Promise<T>): Promise<T> {
    try {
      return await new Promise<T>((resolve, reject) => {
        this.reject = reject;
        promise.then(resolve, reject);
        if (this.signal.aborted) reject(this.signal.reason as Error);
      });
    } finally {
      this.reject = null;
    }
  }

  end(): void {
    this.signal.removeEventListener('abort', this.onAbort);
  }
}
