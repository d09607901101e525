import { AuditTrail, knownAsking, type Noted } from '@council/access';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRead, pathOf } from './open-addresses.js';
import { codeOf } from './problem.filter.js';

/** Whoever asks for what is not theirs is told that it is not there; the trail knows better. */
const REFUSALS = [401, 403, 404, 429];
const KEYS = /^\/api\/v1\/providers(\/[^/]+)?$/;
const SIGN_INS = /^\/api\/v1\/auth\/(sign-in|first-admin|token)$/;

/** Notes what has been answered. Not in single-user mode: there is nobody to tell apart. */
export function noteRequests(app: NestFastifyApplication, trail: AuditTrail): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      const noted = notedOf(request, reply);
      if (noted !== null) trail.note(noted);
      done();
    });
}

function notedOf(request: FastifyRequest, reply: FastifyReply): Noted | null {
  const asking = knownAsking(request.raw);
  const path = pathOf(request.raw);
  const what = whatOf(request, reply, path);
  if (asking === undefined || asking.principal?.by === 'loopback' || what === null) return null;
  return {
    who: asking.principal?.name ?? null,
    what,
    detail: {
      method: request.method,
      path: path.slice(0, 200),
      status: reply.statusCode,
      code: codeOf(reply),
      address: asking.address,
      user_uuid: asking.principal?.userUuid ?? null,
      request_id: request.id,
    },
  };
}

function whatOf(request: FastifyRequest, { statusCode }: FastifyReply, path: string): Noted['what'] | null {
  if (!path.startsWith('/api/')) return null;
  if (REFUSALS.includes(statusCode)) return 'refused';
  if (statusCode >= 400) return null;
  if (isRead(request.raw)) return KEYS.test(path) ? 'keys:read' : null;
  if (SIGN_INS.test(path)) return 'sign_in';
  return path === '/api/v1/auth/sign-out' ? 'sign_out' : 'write';
}
