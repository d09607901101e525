import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The repository's root, seen from the sources and from `dist/`. */
const ROOTS = ['../../../../', '../../../../../'];
const PAGE = 'apps/council-server/public';
const SAMPLES = 'examples';

/**
 * The one page at `/`, its `/assets`, and the sample documents beside them. Files are listed at the start: no path is
 * ever made of a request.
 */
export async function servePage(app: NestFastifyApplication): Promise<void> {
  await serveFolder(app, PAGE, '/');
  await serveFolder(app, SAMPLES, '/assets/samples/');
}

async function serveFolder(app: NestFastifyApplication, folder: string, prefix: string): Promise<void> {
  const root = ROOTS.map((path) => fileURLToPath(new URL(path + folder, import.meta.url))).find((path) =>
    existsSync(path),
  );
  if (root === undefined) return;
  await app.register(fastifyStatic, { root, prefix, wildcard: false, maxAge: 0, decorateReply: prefix === '/' });
}
