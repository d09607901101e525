import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installationFolder } from '@council/kernel';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface PageFolders {
  /** The built client. */
  readonly page: string | undefined;
  /** The sample documents. */
  readonly samples: string | undefined;
}

/** Where the server itself answers: an address below one of these is never a place in the page. nginx has them too. */
export const SERVER_PREFIXES = ['api', 'ws', 'health', 'v1', 'mcp'];
const OF_SERVER = new RegExp(`^/(${SERVER_PREFIXES.join('|')})(/|$)`);
/** Nothing encoded: `/%61pi` is another way to write `/api` for the router. And no way up: no page has one. */
const PLAIN = /^(?!.*\.\.)\/[\w.~/-]*$/;
const A_FILE = /\.[a-z0-9]+$/i;
const FOR_EVER = 'public, max-age=31536000, immutable';

export function pageFolders(): PageFolders {
  return { page: folderOf('dist/apps/web'), samples: folderOf('examples') };
}

/** What a browser loads before anybody has shown a token: the page at all its places, its files and the samples. */
export function isOfPage(path: string): boolean {
  return PLAIN.test(path) && !OF_SERVER.test(path);
}

/**
 * The client at `/` and at every place in it: an address that is neither the server's nor a file's is a place that the
 * page itself knows, or says that it does not. nginx has the same rule where it stands before the server. Files are listed at the start: no path is ever made of a request. Names
 * in `/assets` carry a hash of what is inside, so those are kept for ever; everything else is asked for each time.
 */
export async function servePage(app: NestFastifyApplication, { page, samples }: PageFolders): Promise<void> {
  if (samples !== undefined) {
    await app.register(fastifyStatic, { root: samples, prefix: '/samples/', wildcard: false, decorateReply: false });
  }
  if (page === undefined) return;
  await app.register(fastifyStatic, {
    root: page,
    wildcard: false,
    cacheControl: false,
    // Beside each file stands its compressed copy, made by the build.
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? FOR_EVER : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request: FastifyRequest, reply: FastifyReply) => {
      const path = request.url.split('?')[0] ?? '/';
      if (isOfPage(path) && !A_FILE.test(path)) return reply.sendFile('index.html');
      reply.callNotFound();
      return reply;
    });
}

function folderOf(path: string): string | undefined {
  const folder = join(installationFolder(), path);
  return existsSync(folder) ? folder : undefined;
}
