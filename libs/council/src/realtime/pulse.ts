import type { WebSocket } from 'ws';

const BEAT_MS = 30_000;

/**
 * Asks every socket twice a minute whether its other end is still there. One that has not answered since the last time is
 * cut: it would hold its feeds for ever. The same sign keeps lines open on which nobody says anything for hours.
 */
export class Pulse {
  private readonly answered = new Map<WebSocket, boolean>();
  private timer: NodeJS.Timeout | null = null;

  follow(socket: WebSocket): void {
    this.answered.set(socket, true);
    socket.on('pong', () => this.answered.set(socket, true));
    this.timer ??= setInterval(() => {
      this.beat();
    }, BEAT_MS).unref();
  }

  forget(socket: WebSocket): void {
    this.answered.delete(socket);
    if (this.answered.size > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  beat(): void {
    for (const [socket, hasAnswered] of this.answered) {
      if (!hasAnswered) {
        socket.terminate();
        continue;
      }
      this.answered.set(socket, false);
      socket.ping();
    }
  }
}
