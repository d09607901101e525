import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/** What a proxy's backend saw of a request, sent back as JSON. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBytes: number;
}

/** Tells what it was asked; `/api/v1/stream` stays open until the test ends it; `/ws` says back what it hears. */
export class FakeBackend {
  private readonly streams: ServerResponse[] = [];

  private constructor(
    private readonly server: Server,
    private readonly sockets: WebSocketServer,
  ) {}

  static async start(): Promise<FakeBackend> {
    const server = createServer();
    const sockets = new WebSocketServer({ server, path: '/ws' });
    sockets.on('connection', (socket, request) => {
      socket.send(JSON.stringify(seenOf(request, 0)));
      socket.on('message', (data: Buffer) => {
        socket.send(data.toString());
      });
    });
    const backend = new FakeBackend(server, sockets);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.url?.startsWith('/api/v1/stream') === true) backend.openStream(response);
      else tellWhatIsSeen(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return backend;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** One more event on every open stream. */
  emit(text: string): void {
    for (const stream of this.streams) stream.write(`data: ${text}\n\n`);
  }

  endStreams(): void {
    for (const stream of this.streams.splice(0)) stream.end();
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private openStream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: first\n\n');
    this.streams.push(response);
  }
}

function tellWhatIsSeen(request: IncomingMessage, response: ServerResponse): void {
  let bodyBytes = 0;
  request.on('data', (part: Buffer) => (bodyBytes += part.length));
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(seenOf(request, bodyBytes)));
  });
}

function seenOf(request: IncomingMessage, bodyBytes: number): Seen {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: Object.fromEntries(headers) as Record<string, string>,
    bodyBytes,
  };
}
