import type { Socket } from 'node:net';
import { END, type Kind, linesOf } from './answers.js';
import type { RawRequest } from './raw-upstream.js';

export interface GridFault {
  readonly name: string;
  /** The code of the attempt that it spoils; null: it spoils none. */
  readonly code: string | null;
  /** Whether another attempt is worth it. */
  readonly isRetried: boolean;
  readonly strike: (socket: Socket, kind: Kind, request: RawRequest) => void;
}

const head = (status: string, type: string, more = ''): string =>
  `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\nconnection: close\r\n${more}\r\n`;
const STREAM = head('200 OK', 'text/event-stream');

/** The proper answer, the connection closed behind it. */
export const answersWell = (socket: Socket, kind: Kind, request: RawRequest): void => {
  socket.end([STREAM, ...linesOf(kind, request), END].join(''));
};

const refuses =
  (status: string, more = '') =>
  (socket: Socket): void => {
    socket.end(`${head(status, 'application/json', more)}{"error":{"message":"no"}}`);
  };
const sends =
  (...parts: readonly string[]) =>
  (socket: Socket): void => {
    socket.end(parts.join(''));
  };
/** Half of the lines, and then what `then` does. */
const halfway =
  (then: (socket: Socket) => void) =>
  (socket: Socket, kind: Kind, request: RawRequest): void => {
    socket.write([STREAM, ...linesOf(kind, request).slice(0, 2)].join(''));
    setTimeout(() => {
      then(socket);
    }, 30);
  };

const fault = (name: string, code: string | null, strike: GridFault['strike'], isRetried = true): GridFault => ({
  name,
  code,
  isRetried,
  strike,
});

/** Everything that can happen between us and a provider, as far as somebody has thought of it. */
export const FAULTS: readonly GridFault[] = [
  fault('drop', 'MODEL.UNREACHABLE', (socket) => socket.destroy()),
  fault(
    'reset in mid-stream',
    'MODEL.CUT_STREAM',
    halfway((socket) => socket.resetAndDestroy()),
  ),
  fault('429 with Retry-After', 'MODEL.RATE_LIMITED', refuses('429 Too Many', 'retry-after: 1\r\n')),
  fault('429 without Retry-After', 'MODEL.RATE_LIMITED', refuses('429 Too Many')),
  fault('500', 'MODEL.UPSTREAM', refuses('500 Oops')),
  fault('503', 'MODEL.UPSTREAM', refuses('503 Busy')),
  fault('401', 'MODEL.UNAUTHORIZED', refuses('401 No'), false),
  fault('malformed SSE', 'MODEL.MALFORMED', sends(STREAM, 'data: {"choices": [{"delta": {"con\n\n', END)),
  fault('malformed JSON', 'MODEL.MALFORMED', sends(head('200 OK', 'application/json'), '{"choices": [')),
  fault('200 empty', 'MODEL.MALFORMED', sends(STREAM)),
  fault('slow headers', 'MODEL.TIMEOUT', () => undefined),
  fault('slow tokens', 'MODEL.TIMEOUT', dribbles, false),
  fault(
    'half-open',
    'MODEL.TIMEOUT',
    halfway(() => undefined),
  ),
  fault(
    'wrong content type',
    'MODEL.MALFORMED',
    sends(head('200 OK', 'text/html'), '<html><body>Welcome</body></html>'),
  ),
  fault('usage missing', null, (socket, kind, request) => {
    socket.end([STREAM, ...linesOf(kind, request, false), END].join(''));
  }),
  fault('duplicate chunks', null, (socket, kind, request) => {
    const lines = linesOf(kind, request);
    socket.end([STREAM, ...lines.flatMap((line, at) => (at === 1 ? [line, line] : [line])), END].join(''));
  }),
  fault('huge chunk', null, (socket, kind, request) => {
    socket.end([STREAM, `: ${'x'.repeat(500_000)}\n\n`, ...linesOf(kind, request), END].join(''));
  }),
  fault('a line without an end', 'MODEL.MALFORMED', sends(STREAM, `data: ${'x'.repeat(3_000_000)}`)),
  fault(
    'an answer cut in two',
    'MODEL.CUT_STREAM',
    halfway((socket) => socket.end()),
  ),
];

/** Never silent, never done. */
function dribbles(socket: Socket): void {
  socket.write(STREAM);
  const line = 'data: {"choices":[{"index":0,"delta":{"content":"and "},"finish_reason":null}]}\n\n';
  const timer = setInterval(() => socket.write(line), 100);
  socket.on('close', () => {
    clearInterval(timer);
  });
}
