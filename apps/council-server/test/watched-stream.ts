import { type ClientRequest, request } from 'node:http';
import { eventually } from './eventually.js';
import { SeenFrame } from './watched-socket.js';

/** One event of a stream, with the names of its fields as they came. */
export interface StreamEvent {
  readonly fields: readonly string[];
  readonly id: string | null;
  readonly frame: SeenFrame;
}

/** A client of the server-sent events that sees the fields on the wire; an EventSource would hide them. */
export class WatchedStream {
  readonly events: StreamEvent[] = [];
  private waiting = '';

  private constructor(private readonly outgoing: ClientRequest) {}

  static async open(
    port: number,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<WatchedStream> {
    const outgoing = request({ host: '127.0.0.1', port, path: `/api/v1${path}`, headers, agent: false });
    const stream = new WatchedStream(outgoing);
    await new Promise<void>((resolve, reject) => {
      outgoing.on('error', reject).on('response', (incoming) => {
        if (incoming.statusCode !== 200) reject(new Error(`the stream answered ${String(incoming.statusCode)}`));
        incoming.on('error', () => undefined);
        incoming.setEncoding('utf8').on('data', (text: string) => {
          stream.take(text);
        });
        resolve();
      });
      outgoing.end();
    });
    return stream;
  }

  completion(): Promise<StreamEvent> {
    return this.until('the end of the session', ({ frame }) => frame.event === 'execution:completed');
  }

  until(what: string, isIt: (event: StreamEvent) => boolean): Promise<StreamEvent> {
    return eventually(
      what,
      () => this.events.find(isIt),
      () => this.events.map(({ frame }) => frame.event).join(' '),
    );
  }

  close(): void {
    this.outgoing.destroy();
  }

  private take(text: string): void {
    const blocks = `${this.waiting}${text}`.split('\n\n');
    this.waiting = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n').filter((line) => line !== '');
      if (lines.length > 0) this.events.push(readEvent(lines));
    }
  }
}

function readEvent(lines: readonly string[]): StreamEvent {
  const pairs = lines.map((line) => [line.split(':')[0] ?? '', line.replace(/^[^:]*: ?/, '')] as const);
  const values = (name: string): string[] => pairs.filter(([field]) => field === name).map(([, value]) => value);
  return {
    fields: pairs.map(([field]) => field),
    id: values('id')[0] ?? null,
    frame: SeenFrame.parse(JSON.parse(values('data').join('\n'))),
  };
}
