import type { IncomingMessage } from 'node:http';
import { AppError } from '@council/kernel';

export const BODY_LIMIT_BYTES = 5 * 1024 * 1024;
/** What is read of a body that is refused, so that its sender gets the answer. Beyond it the line is cut. */
const DRAIN_LIMIT_BYTES = 64 * 1024 * 1024;
const DRAIN_MS = 20_000;

/**
 * Refuses a body by its announced length. It is read to its end first: a client that is still sending when the answer
 * comes and the socket closes sees a broken pipe instead of the reason.
 */
export async function refuseTooLarge(request: IncomingMessage): Promise<void> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (!(length > BODY_LIMIT_BYTES)) return;
  if (length <= DRAIN_LIMIT_BYTES) await drain(request);
  throw new AppError('too-large', 'REQUEST.TOO_LARGE', 'the request is larger than 5 MB', {
    detail: `It announces ${length} bytes; at most ${BODY_LIMIT_BYTES} are taken.`,
  });
}

function drain(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, DRAIN_MS);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    request.once('end', done).once('close', done).once('error', done);
    request.resume();
  });
}
