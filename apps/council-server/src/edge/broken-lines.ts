import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { sayRefused } from '@council/access';
import { problemDocument } from './problem.filter.js';
import { problemOfStatus } from './problem.js';

const STATUS_OF: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** What never became a request: too slow, too large, or no HTTP. No hook sees it, so it is answered and said here. */
export function refuseBrokenLine(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const body = problemOfStatus(STATUS_OF[error.code ?? ''] ?? 400);
  const requestId = randomUUID();
  const { status, code } = body;
  // Browsers open lines that they never use.
  if (socket.bytesRead > 0) {
    sayRefused(null, { status, code, address: socket.remoteAddress ?? null, request_id: requestId });
  }
  if (socket.writable) {
    const text = JSON.stringify(problemDocument(body, requestId));
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(text)}`,
      `x-request-id: ${requestId}`,
      'connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${text}`);
  }
  socket.destroy(error);
}
