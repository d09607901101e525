// Lines on which nobody says anything: sockets that are silent, connections that never ask, headers that never end.
import { connect } from 'node:net';
import { WebSocket } from 'ws';

/** A socket that asks for nothing. A deaf one does not answer the server's pings either. `closed` resolves with how it ended. */
export function silentSocket({ url, headers, from, isDeaf = false }) {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws`, {
    ...{ headers, localAddress: from, autoPong: !isDeaf, perMessageDeflate: false },
  });
  const beganAt = Date.now();
  const line = { socket, closed: null };
  line.closed = new Promise((resolve) => {
    socket.on('close', (code) => resolve({ code, seconds: (Date.now() - beganAt) / 1_000 }));
  });
  line.opened = new Promise((resolve) => {
    socket.on('open', () => resolve({ status: 101 }));
    socket.on('unexpected-response', (_request, response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode, text });
        socket.terminate();
      });
    });
    socket.on('error', (error) => resolve({ status: error.message }));
  });
  return line;
}

const HEAD = 'GET /health HTTP/1.1\r\nhost: localhost\r\n';
const MORE_EVERY_MS = 3_000;

/** A connection that never asks; or one that begins to and sends a header now and then, for ever. */
export function endlessLine({ host, port, from, hasBegun }) {
  const line = connect({ host, port, localAddress: from });
  const beganAt = Date.now();
  let said = '';
  let dribbling;
  if (hasBegun) {
    line.write(HEAD);
    dribbling = setInterval(() => line.write('x-more: 1\r\n'), MORE_EVERY_MS);
  }
  const cut = new Promise((resolve) => {
    line.setEncoding('utf8').on('data', (text) => (said += text));
    line.on('error', () => undefined);
    line.on('close', () => {
      clearInterval(dribbling);
      const [, status = null] = /^HTTP\/1\.1 (\d+)/.exec(said) ?? [];
      resolve({ status, seconds: (Date.now() - beganAt) / 1_000 });
    });
  });
  return { cut, end: () => line.destroy() };
}

/** `make(at)` for each, so many at once; answers what they came to, in order. */
export async function inTurns(count, atOnce, make) {
  const made = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        const at = next;
        next += 1;
        made[at] = await make(at);
      }
    }),
  );
  return made;
}
