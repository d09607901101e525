import helmet from '@fastify/helmet';
import { AuditTrail } from '@council/access';
import { AppConfig } from '@council/config';
import { Metrics } from '@council/telemetry';
import { type DynamicModule, type LoggerService, StandardSchemaSerializerInterceptor, type Type } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthWsAdapter } from './edge/auth-ws.adapter.js';
import { refuseBrokenLine } from './edge/broken-lines.js';
import { BODY_LIMIT_BYTES, refuseTooLarge } from './edge/body-size.js';
import { FrontDoor } from './edge/front-door.js';
import { Draining } from './edge/draining.js';
import { LINE_LIMITS, limitConnections, type LineLimits, lineOptions } from './edge/line-limits.js';
import { observeRequests } from './edge/observe-requests.js';
import { refuseOtherMedia } from './edge/media-type.js';
import { noteRequests, noteUnreadable } from './edge/note-requests.js';
import { pathOf, routeOf } from './edge/open-addresses.js';
import { serveOpenApi } from './edge/open-api.js';
import { ProblemFilter, sendProblem } from './edge/problem.filter.js';
import { toProblem } from './edge/problem.js';
import { requestIdOf } from './edge/request-id.js';
import { isOfPage, pageFolders, servePage } from './edge/static-page.js';
import { ValidationPipe } from './edge/validation.pipe.js';

/**
 * The application with its whole HTTP edge, not yet listening: for `serve`, and for tests with a module of their own
 * (which needs an `AppConfig` and the `EdgeModule`).
 */
export async function createApp(
  module: Type | DynamicModule,
  logger?: LoggerService | false,
  folders = pageFolders(),
  limits = LINE_LIMITS,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, newAdapter(limits), {
    abortOnError: false,
    ...(logger === undefined ? {} : { logger }),
  });
  const [door, trail] = [app.get(FrontDoor), app.get(AuditTrail)];
  await app.register(helmet, securityHeaders(app.get(AppConfig)));
  observeRequests(app, app.get(Metrics, { strict: false }));
  standGuard(app, door, app.get(Draining));
  noteRequests(app, trail);
  limitConnections(app.getHttpServer(), limits);
  app.useWebSocketAdapter(new AuthWsAdapter(app, door, trail));
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  await servePage(app, folders);
  serveOpenApi(app);
  // An ordered end is a success: killing itself with the signal again, as Nest would, is not.
  app.enableShutdownHooks([], { useProcessExit: true });
  return app;
}

function newAdapter(limits: LineLimits): FastifyAdapter {
  return new FastifyAdapter({
    ...lineOptions(limits),
    bodyLimit: BODY_LIMIT_BYTES,
    clientErrorHandler: refuseBrokenLine,
    // What is still open when everything else has ended; answers were waited for by then.
    forceCloseConnections: true,
    genReqId: requestIdOf,
    requestIdHeader: false,
    // An address that cannot be decoded never reaches a route, nor the filter.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const problem = toProblem(error);
      noteUnreadable(request, problem);
      sendProblem(reply.header('x-request-id', request.id), problem, request.id);
    },
  });
}

/** As a hook rather than a Nest guard: it stands before files, unknown addresses and the reading of bodies too. */
function standGuard(app: NestFastifyApplication, door: FrontDoor, draining: Draining): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
      draining.follow(reply.raw);
      reply.header('x-request-id', request.id);
      // Of what is somebody's no browser and no proxy keeps a copy; files of the page say themselves how long they hold.
      if (!isOfPage(pathOf(request.raw))) reply.header('cache-control', 'no-store');
      await door.admit(request.raw, reply, routeOf(request));
      refuseOtherMedia(request.raw.headers);
      await refuseTooLarge(request.raw);
    });
}

function securityHeaders(config: AppConfig): object {
  const isHttps = config.publicUrl?.startsWith('https:') === true;
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Dialogs and formulas set styles as they are drawn; no style can run anything.
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // The default of helmet would break the page where it is served over plain http.
        upgradeInsecureRequests: isHttps ? [] : null,
      },
    },
    strictTransportSecurity: isHttps,
  };
}
