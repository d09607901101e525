import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { isOfPage } from './static-page.js';

export const TOKEN_PATH = '/api/v1/auth/token';
/** What strangers may write to, to be strangers no longer. */
const OPEN_WRITES = [TOKEN_PATH, '/api/v1/auth/sign-in', '/api/v1/auth/first-admin'];
const OPEN_READS = ['/api/v1/auth/me'];
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

type Addressed = Pick<IncomingMessage, 'method' | 'url'>;

/**
 * The pattern of the route that answers; empty: none does. What an address means is asked of the router alone: it also takes
 * `/%61pi/v1/...`, `/api/v1/...#` and `http://name/api/v1/...` for one of its own.
 */
export const routeOf = ({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): string => routeOptions.url ?? '';

export const pathOf = ({ url }: Pick<Addressed, 'url'>): string => (url ?? '/').split('?')[0] ?? '/';

export const isHealth = (request: Addressed, path: string): boolean =>
  isRead(request) && /^\/health(\/(live|ready))?$/.test(path);

export const isRead = ({ method }: Addressed): boolean => READS.has(method ?? '');

/** What a browser needs before it can sign in: the page, what it asks first, and the places to show who one is. */
export function isOpen(request: Addressed, path: string): boolean {
  if (request.method === 'POST') return OPEN_WRITES.includes(path);
  return isRead(request) && (OPEN_READS.includes(path) || isOfPage(path));
}
