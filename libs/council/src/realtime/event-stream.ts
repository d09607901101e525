import { Readable } from 'node:stream';
import type { Frame } from '@council/contracts';
import type { FrameSink } from './session-feed.js';

/** Bytes that a client has not taken yet, beyond which deltas are skipped and durable frames wait in the log. */
const BUSY_BYTES = 1_000_000;

/** A proxy or a network forgets a line that says nothing for a minute or so. */
const SIGN_OF_LIFE_MS = 25_000;

/**
 * Frames as server-sent events. Written here rather than by Nest's `@Sse`, which numbers events that have no id: a
 * client would come back with the number of a delta, and miss what lies before it in the log.
 */
export class EventStream extends Readable implements FrameSink {
  private hasEnded = false;

  constructor() {
    super({ read: () => undefined });
    // The headers travel with the first byte, and a session may be silent for long.
    this.push('\n');
    // A comment: no client takes it for a frame.
    const timer = setInterval(() => {
      if (!this.hasEnded && !this.isBusy()) this.push(': still here\n\n');
    }, SIGN_OF_LIFE_MS).unref();
    this.once('close', () => {
      clearInterval(timer);
    });
  }

  send(frame: Frame, seq: number | null): void {
    if (this.destroyed || this.hasEnded) return;
    this.push(`${seq === null ? '' : `id: ${seq}\n`}data: ${JSON.stringify(frame)}\n\n`);
  }

  /** A cut, not an end: the client comes back, and is told. */
  lose(): void {
    this.destroy();
  }

  /** Whoever watches comes back by itself, and says where it stood. */
  leave(): void {
    if (this.destroyed || this.hasEnded) return;
    this.hasEnded = true;
    this.push(null);
  }

  isBusy(): boolean {
    return this.readableLength > BUSY_BYTES;
  }
}
