import type { IncomingMessage } from 'node:http';
import { AuditTrail, knownAsking, type Noted, sayRefused } from '@council/access';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRead, pathOf, routeOf } from './open-addresses.js';
import { codeOf } from './problem.filter.js';
import type { ProblemBody } from './problem.js';

/** What a careful client never gets: a body of another kind, too large or unreadable. Said, and not kept. */
const UNFIT = [400, 413, 414, 415];
const REFUSED = [401, 403, 429, ...UNFIT];
/** What leads out of a folder, or is meant to: no page has such an address. */
const CROOKED = /\.\.|%|\\/;
const KEYS = /^\/api\/v1\/providers(\/[^/]+)?$/;
const SIGN_INS = /^\/api\/v1\/auth\/(sign-in|first-admin|token)$/;
const MAX_PATH_CHARACTERS = 200;

type Asked = Pick<IncomingMessage, 'method' | 'url'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
};
interface Answered {
  readonly status: number;
  readonly code: string | null;
  readonly requestId: string;
}

/** Notes what has been answered: in the trail, or in the log alone where there is nobody to tell apart. */
export function noteRequests(app: NestFastifyApplication, trail: AuditTrail): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      const what = whatOf(request, reply.statusCode);
      const answered = { status: reply.statusCode, code: codeOf(reply), requestId: request.id };
      if (what !== null) note(trail, what, request.raw, answered);
      done();
    });
}

/** An address that cannot be decoded: no hook is run for it. */
export function noteUnreadable({ raw, id }: FastifyRequest, { status, code }: ProblemBody): void {
  sayRefused(null, detailOf(raw, { status, code, requestId: id }));
}

export function noteRefusedUpgrade(trail: AuditTrail, request: IncomingMessage, answered: Answered): void {
  note(trail, 'refused', request, answered);
}

function note(trail: AuditTrail, what: Noted['what'], request: Asked, answered: Answered): void {
  const asking = knownAsking(request);
  const who = asking?.principal?.name ?? null;
  const detail = detailOf(request, answered);
  // In single-user mode, and where the request was refused before anybody asked who it is.
  const isOfNobody = asking === undefined || asking.principal?.by === 'loopback';
  if (!isOfNobody && !UNFIT.includes(answered.status)) trail.note({ who, what, detail });
  else if (what === 'refused') sayRefused(who, detail);
}

function detailOf(request: Asked, { status, code, requestId }: Answered): Noted['detail'] {
  const asking = knownAsking(request);
  return {
    method: request.method ?? '',
    path: pathOf(request).slice(0, MAX_PATH_CHARACTERS),
    status,
    code,
    address: asking?.address ?? request.socket.remoteAddress ?? null,
    user_uuid: asking?.principal?.userUuid ?? null,
    request_id: requestId,
  };
}

function whatOf(request: FastifyRequest, status: number): Noted['what'] | null {
  const [{ raw }, route] = [request, routeOf(request)];
  if (REFUSED.includes(status) || (status === 404 && isReachingOut(raw, route))) return 'refused';
  if (!route.startsWith('/api/') || status >= 400) return null;
  if (isRead(raw)) return KEYS.test(route) ? 'keys:read' : null;
  if (SIGN_INS.test(route)) return 'sign_in';
  return route === '/api/v1/auth/sign-out' ? 'sign_out' : 'write';
}

/** Whoever asks for what is not theirs is told that it is not there; the trail knows better. */
function isReachingOut(request: IncomingMessage, route: string): boolean {
  const path = pathOf(request);
  if (CROOKED.test(path)) return true;
  return (
    [path, route].some((address) => address.startsWith('/api/')) && knownAsking(request)?.principal?.by !== 'loopback'
  );
}
