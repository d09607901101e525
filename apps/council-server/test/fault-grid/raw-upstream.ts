import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface RawRequest {
  readonly model: string;
  /** Which request of this model it is, from 1. */
  readonly nth: number;
  readonly body: { readonly messages: readonly { readonly role: string }[]; readonly [key: string]: unknown };
}

/** What the upstream does with a request, with nothing between it and the wire. */
export type RawReply = (socket: Socket, request: RawRequest) => void;

/** A model server that knows HTTP only as far as it wants to: it can break every rule of it. One request a connection. */
export class RawUpstream {
  /** Whole requests that arrived, by model. */
  readonly requests = new Map<string, number>();
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(private readonly reply: RawReply) {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
      this.listen(socket);
    });
  }

  static async start(reply: RawReply): Promise<RawUpstream> {
    const upstream = new RawUpstream(reply);
    await new Promise<void>((resolve) => upstream.server.listen(0, '127.0.0.1', resolve));
    return upstream;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  get openSockets(): number {
    return this.sockets.size;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private listen(socket: Socket): void {
    let seen = Buffer.alloc(0);
    socket.on('data', (piece: Buffer) => {
      seen = Buffer.concat([seen, piece]);
      const head = seen.indexOf('\r\n\r\n');
      if (head === -1) return;
      const length = Number(/content-length: (\d+)/i.exec(seen.toString('latin1', 0, head))?.[1] ?? 0);
      if (seen.length < head + 4 + length) return;
      const body = JSON.parse(seen.toString('utf8', head + 4, head + 4 + length)) as RawRequest['body'];
      seen = Buffer.alloc(0);
      const model = String(body['model']);
      const nth = (this.requests.get(model) ?? 0) + 1;
      this.requests.set(model, nth);
      this.reply(socket, { model, nth, body });
    });
  }
}
