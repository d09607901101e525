import { beginSpan, type Metrics, newTrace, readTraceparent, runIn, type Span } from '@council/telemetry';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

interface Observed {
  readonly span: Span;
  readonly endTimer: (labels: { route: string }) => number;
}

const SESSION_PATH = /^\/api\/v1\/sessions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$|\?)/i;

/**
 * Puts everything that is done for a request into its context, and counts it when its answer is over. Before all other
 * hooks: what is refused at the door counts too.
 */
export function observeRequests(app: NestFastifyApplication, metrics: Metrics): void {
  const log = new Logger('http');
  const observed = new WeakMap<FastifyRequest, Observed>();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
    const { headers, method } = request;
    const sessionUuid = SESSION_PATH.exec(request.url)?.[1]?.toLowerCase();
    const remote = readTraceparent(headers['traceparent'], headers['tracestate']);
    const work = {
      trace: remote ?? newTrace(),
      requestId: request.id,
      ...(sessionUuid === undefined ? {} : { sessionUuid }),
    };
    const span = beginSpan(method, 'server', { 'http.request.method': method, 'council.request': request.id }, work);
    observed.set(request, { span, endTimer: metrics.httpSeconds.startTimer() });
    runIn(span.context, done);
  });
  fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const one = observed.get(request);
    // Its pattern: an address itself would make a new series of each.
    const route = request.routeOptions.url ?? 'none';
    const status = reply.statusCode;
    metrics.httpRequests.inc({ method: request.method, route, status: String(status) });
    const seconds = one?.endTimer({ route }) ?? 0;
    one?.span.end({ 'http.route': route, 'http.response.status_code': status }, status >= 500 ? String(status) : null);
    if (!route.startsWith('/health'))
      log.debug(`${request.method} ${route} ${status} in ${Math.round(seconds * 1_000)} ms`);
    done();
  });
}
