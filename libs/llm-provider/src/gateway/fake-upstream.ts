import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One answer of the upstream, written by a spec with the bare response in hand. */
export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
  /** Resolves when the caller's socket is gone. */
  readonly closed: Promise<void>;
}

/** A server of our own for what a well-behaved mock will not do. Specs only. Replies in order; the last one repeats. */
export class FakeUpstream {
  readonly seen: SeenRequest[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((request, response) => void this.answer(request, response));

  private constructor(private readonly replies: readonly Reply[]) {
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    });
  }

  static async start(...replies: readonly Reply[]): Promise<FakeUpstream> {
    const upstream = new FakeUpstream(replies);
    await new Promise<void>((resolve) => upstream.server.listen(0, '127.0.0.1', resolve));
    return upstream;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}/v1`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const reply = this.replies[Math.min(this.seen.length, this.replies.length - 1)];
    const closed = new Promise<void>((resolve) =>
      request.socket.once('close', () => {
        resolve();
      }),
    );
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    this.seen.push({ path: request.url ?? '', headers: request.headers, body, closed });
    reply?.(response, request);
  }
}

const STREAM = { 'content-type': 'text/event-stream' };
export const chunkLine = (choice: unknown, more: Record<string, unknown> = {}): string =>
  `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', model: 'm', choices: choice === null ? [] : [choice], ...more })}\n\n`;
export const textLine = (content: string): string => chunkLine({ index: 0, delta: { content }, finish_reason: null });
export const finishLine = (reason: string): string => chunkLine({ index: 0, delta: {}, finish_reason: reason });

/** A stream of these lines, then its proper end. */
export const streams =
  (...lines: readonly string[]): Reply =>
  (response) => {
    response.writeHead(200, STREAM);
    for (const line of lines) response.write(line);
    response.end('data: [DONE]\n\n');
  };

/** A whole answer. */
export const says = (text: string): Reply => streams(textLine(text), finishLine('stop'));

/** These lines, and then whatever the spec does with the open response. */
export const begins =
  (then: (response: ServerResponse) => void, ...lines: readonly string[]): Reply =>
  (response) => {
    response.writeHead(200, STREAM);
    for (const line of lines) response.write(line);
    setTimeout(() => {
      then(response);
    }, 10);
  };

export const fails =
  (status: number, message: string, headers: Record<string, string> = {}, error: Record<string, unknown> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message, ...error } }));
  };

export const hangs: Reply = () => undefined;
