import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '@council/kernel';

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * Bodies are JSON. A form or plain text can be sent by a page of any site without asking, so nothing else is even
 * parsed. A content type without a body says nothing and is dropped: some clients put it on every request.
 */
export function refuseOtherMedia(headers: IncomingHttpHeaders): void {
  const length = headers['content-length'];
  if (headers['transfer-encoding'] === undefined && (length === undefined || length === '0')) {
    delete headers['content-type'];
    return;
  }
  if (JSON_TYPE.test(headers['content-type'] ?? '')) return;
  throw new AppError('unsupported-media', 'REQUEST.MEDIA_TYPE', 'send application/json', {
    detail: `The body came as ${headers['content-type'] ?? 'nothing in particular'}.`,
  });
}
