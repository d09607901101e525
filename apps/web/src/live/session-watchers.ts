import type { Frame } from '@council/contracts';

export type OnFrame = (frame: Frame) => void;

/** One who watches a session, and how far they have seen it. */
export interface Watcher {
  last: number;
  readonly onFrame: OnFrame;
}

const seqOf = (frame: Frame): number | null => (typeof frame.data?.['seq'] === 'number' ? frame.data['seq'] : null);

/** Those of one tab who watch one session: the server sends it once, and each is shown every durable frame once, in order. */
export class SessionWatchers {
  private readonly watchers = new Set<Watcher>();

  get isEmpty(): boolean {
    return this.watchers.size === 0;
  }

  /** What the one who has seen least has seen: from there the server has to send. */
  get since(): number {
    return Math.min(...[...this.watchers].map(({ last }) => last));
  }

  add(watcher: Watcher): void {
    this.watchers.add(watcher);
  }

  remove(watcher: Watcher): void {
    this.watchers.delete(watcher);
  }

  /** Frames without a number are live text and passing remarks: everybody is shown them. */
  show(frame: Frame): void {
    const seq = seqOf(frame);
    for (const watcher of this.watchers) {
      if (seq !== null) {
        if (seq <= watcher.last) continue;
        watcher.last = seq;
      }
      watcher.onFrame(frame);
    }
  }
}
