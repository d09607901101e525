import type { IncomingMessage } from 'node:http';
import type { RateClass } from '@council/config';
import { isRead } from './open-addresses.js';

const SIGNS_IN = /^\/api\/v1\/auth\/(sign-in|first-admin|token|password)$/;
/** What lets models speak. */
const STARTS = /^\/api\/v1\/(workflows\/execute|sessions\/[^/]+\/(fork|retry))$/;

/** What asks a model at once, without a session: a workflow of a sentence, a provider that is tried out with a call. */
const GENERATES = /^\/api\/v1\/(?:workflows\/generate|providers\/[^/]+\/test)$/;

/** By which limit a request is counted: by the route that it found, since one route has many spellings. */
export function classOf(request: Pick<IncomingMessage, 'method'>, route: string): RateClass {
  if (isRead(request)) return 'reads';
  if (SIGNS_IN.test(route)) return 'sign_in';
  if (GENERATES.test(route)) return 'generate';
  return STARTS.test(route) ? 'execute' : 'writes';
}
