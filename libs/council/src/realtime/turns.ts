import type { WebSocket } from 'ws';

/** Commands of one socket that may wait for their turn before it is not read from any more. */
const MOST_WAITING = 32;

/**
 * The commands of one socket, one after the other: however fast they come, a socket holds one connection of the database,
 * and what it has not been answered yet waits with whoever sent it.
 */
export class Turns {
  private last = Promise.resolve();
  private waiting = 0;
  private isPaused = false;

  constructor(private readonly socket: Pick<WebSocket, 'pause' | 'resume'>) {}

  /** `work` never rejects. */
  take(work: () => Promise<void>): void {
    this.waiting += 1;
    if (this.waiting > MOST_WAITING && !this.isPaused) {
      this.isPaused = true;
      this.socket.pause();
    }
    this.last = this.last.then(work).then(() => {
      this.waiting -= 1;
      if (this.waiting > 0 || !this.isPaused) return;
      this.isPaused = false;
      this.socket.resume();
    });
  }
}
