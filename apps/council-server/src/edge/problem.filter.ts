import { STATUS_CODES } from 'node:http';
import type { Problem } from '@council/contracts';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemBody, toProblem } from './problem.js';

/** Every failure of every route, ours and the frameworks', leaves as one kind of document (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    // A gateway's failures travel as frames, not as documents.
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const body = toProblem(error);
    if (body.status >= 500) this.log(error, body, request);
    if (reply.sent || reply.raw.headersSent) {
      // In the middle of a stream there is no status left to change: a cut tells the client that it is not the end.
      reply.raw.destroy();
      return;
    }
    sendProblem(reply, body, request.id);
  }

  private log(error: unknown, body: ProblemBody, request: FastifyRequest): void {
    const path = request.url.split('?')[0] ?? '';
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.logger.error(`${request.method} ${path} ${body.status} ${body.code} request_id=${request.id}\n${text}`);
  }
}

const codes = new WeakMap<FastifyReply, string>();

/** Of the problem that was answered; null: none was. */
export const codeOf = (reply: FastifyReply): string | null => codes.get(reply) ?? null;

export function sendProblem(reply: FastifyReply, body: ProblemBody, requestId: string): void {
  codes.set(reply, body.code);
  if (body.retryAfterSeconds !== undefined) reply.header('retry-after', String(Math.ceil(body.retryAfterSeconds)));
  if (body.status === 401) reply.header('www-authenticate', 'Bearer');
  void reply
    .status(body.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemDocument(body, requestId)));
}

export function problemDocument(body: ProblemBody, requestId: string): Problem {
  return {
    ...body.more,
    error: body.message,
    code: body.code,
    status: body.status,
    title: STATUS_CODES[body.status] ?? 'Error',
    ...(body.detail === undefined ? {} : { detail: body.detail }),
    ...(body.issues === undefined ? {} : { issues: [...body.issues] }),
    request_id: requestId,
  };
}
