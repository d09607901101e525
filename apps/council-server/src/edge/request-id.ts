import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Long enough for every tracer's id, and nothing in it that could break a log line or a header. */
const SANE = /^[A-Za-z0-9_.:-]{1,128}$/;

/** The caller's `x-request-id` when it is sane, so that its log and ours meet; else a fresh one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && SANE.test(given) ? given : randomUUID();
}
