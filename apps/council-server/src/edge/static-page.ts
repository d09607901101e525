import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Beside the sources when they run as they are, and three folders up from there when they run as `dist/`. */
const FOLDERS = ['../../public', '../../../../../apps/council-server/public'];

/** The one page at `/` and its `/assets`. Files are listed at the start: no path is ever made of a request. */
export async function servePage(app: NestFastifyApplication): Promise<void> {
  const root = FOLDERS.map((folder) => fileURLToPath(new URL(folder, import.meta.url))).find((path) =>
    existsSync(path),
  );
  if (root === undefined) return;
  await app.register(fastifyStatic as never, { root, wildcard: false, cacheControl: true, maxAge: 0 });
}
