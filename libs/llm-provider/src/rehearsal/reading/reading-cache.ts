import { sha256 } from '@council/kernel';
import type { Reading } from './reading.js';

interface Entry {
  readonly reading: Promise<Reading>;
  readonly controller: AbortController;
  waiting: number;
  isRead: boolean;
}

const MOST_KEPT = 8;

/**
 * Each document is read once, whoever asks and however many at a time; the last few are kept. A reading stops when the
 * last one who waits for it has gone.
 */
export class ReadingCache {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly read: (document: string, signal: AbortSignal) => Promise<Reading>) {}

  async get(document: string, signal: AbortSignal): Promise<Reading> {
    signal.throwIfAborted();
    const key = sha256(document);
    const entry = this.entries.get(key) ?? this.begin(document, key);
    this.keepLatest(key, entry);
    entry.waiting += 1;
    try {
      return await orAborted(entry.reading, signal);
    } finally {
      entry.waiting -= 1;
      if (entry.waiting === 0 && !entry.isRead) this.giveUp(key, entry);
    }
  }

  private begin(document: string, key: string): Entry {
    const controller = new AbortController();
    const reading = this.read(document, controller.signal);
    const entry: Entry = { reading, controller, waiting: 0, isRead: false };
    reading.then(
      () => (entry.isRead = true),
      () => {
        this.giveUp(key, entry);
      },
    );
    return entry;
  }

  private giveUp(key: string, entry: Entry): void {
    entry.controller.abort();
    if (this.entries.get(key) === entry) this.entries.delete(key);
  }

  /** A map keeps the order of insertion: the first is the one that was asked for longest ago. */
  private keepLatest(key: string, entry: Entry): void {
    this.entries.delete(key);
    this.entries.set(key, entry);
    for (const [oldest, { isRead }] of this.entries) {
      if (this.entries.size <= MOST_KEPT) break;
      if (isRead) this.entries.delete(oldest);
    }
  }
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(new DOMException('aborted', 'AbortError'));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onAbort);
    });
  });
}
