import { once } from 'node:events';
import { connect } from 'node:net';

/** Says exactly this on a line of its own, and answers all that comes back until the other end closes it. */
export async function sayRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  let heard = '';
  socket.setEncoding('latin1').on('data', (part: string) => (heard += part));
  socket.write(text, 'latin1');
  if (!socket.closed) await once(socket, 'close');
  return heard;
}

export interface Heard {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

export async function askRaw(port: number, target: string, headers: readonly string[] = []): Promise<Heard> {
  const lines = [`GET ${target} HTTP/1.1`, 'host: 127.0.0.1', 'connection: close', ...headers];
  const heard = await sayRaw(port, `${lines.join('\r\n')}\r\n\r\n`);
  const [head = '', ...body] = heard.split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: body.join('\r\n\r\n') };
}
