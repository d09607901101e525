import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { eventually } from './eventually.js';

/** The envelope of the reference: these four fields and no others. */
export const SeenFrame = z.strictObject({
  event: z.string(),
  timestamp: z.iso.datetime(),
  node_id: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});
export type SeenFrame = z.infer<typeof SeenFrame>;

/** A client of `/ws` that keeps every frame. */
export class WatchedSocket {
  readonly frames: SeenFrame[] = [];
  /** Frames that break the envelope: a test asserts that there are none. */
  readonly strange: string[] = [];

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      const text = data.toString();
      const parsed = SeenFrame.safeParse(JSON.parse(text));
      if (parsed.success && !isBinary) this.frames.push(parsed.data);
      else this.strange.push(text);
    });
  }

  static async open(port: number): Promise<WatchedSocket> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`);
    const watched = new WatchedSocket(socket);
    await once(socket, 'open');
    return watched;
  }

  /** An object goes as JSON, a text or bytes as they are. */
  send(command: object | string | Buffer): void {
    const isRaw = typeof command === 'string' || Buffer.isBuffer(command);
    this.socket.send(isRaw ? command : JSON.stringify(command));
  }

  until(what: string, isIt: (frame: SeenFrame) => boolean, from = 0): Promise<SeenFrame> {
    return eventually(
      what,
      () => this.frames.slice(from).find(isIt),
      () => this.frames.map((frame) => JSON.stringify(frame).slice(0, 200)).join('\n'),
    );
  }

  /** The frame that answers this command: the first of that event after it was sent. */
  ask(command: object | string | Buffer, event: string): Promise<SeenFrame> {
    const from = this.frames.length;
    this.send(command);
    return this.until(`${event} as an answer`, (frame) => frame.event === event, from);
  }

  /** All that the server had to say to this socket before now has arrived. */
  async settle(): Promise<void> {
    await this.ask({ cmd: 'ping' }, 'pong');
  }

  completion(sessionUuid: string): Promise<SeenFrame> {
    return this.until(
      'the end of the session',
      (frame) => frame.event === 'execution:completed' && frame.data?.['session_uuid'] === sessionUuid,
    );
  }

  of(sessionUuid: string): SeenFrame[] {
    return this.frames.filter((frame) => frame.data?.['session_uuid'] === sessionUuid);
  }

  async close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    this.socket.close();
    await once(this.socket, 'close');
  }
}
