import type { IncomingMessage } from 'node:http';
import type { RateClass } from '@council/config';
import { isRead, pathOf } from './open-addresses.js';

const SIGNS_IN = /^\/api\/v1\/auth\/(sign-in|first-admin|token|password)$/;
/** What lets models speak. */
const STARTS = /^\/api\/v1\/(workflows\/execute|sessions\/[^/]+\/(fork|retry))$/;

/** By which limit a request is counted. */
export function classOf(request: Pick<IncomingMessage, 'method' | 'url'>): RateClass {
  if (isRead(request)) return 'reads';
  const path = pathOf(request);
  if (SIGNS_IN.test(path)) return 'sign_in';
  return STARTS.test(path) ? 'execute' : 'writes';
}
