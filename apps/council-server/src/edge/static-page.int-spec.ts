import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ConfigModule, parseEnvironment } from '@council/config';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NoUsersModule } from '../../test/no-users.module.js';
import { createApp } from '../create-app.js';
import { EdgeModule } from './edge.module.js';

const INDEX = '<!doctype html><title>The page</title>';
const SCRIPT = 'export const answer = 42;';
const FILES = {
  'page/index.html': INDEX,
  'page/early.js': '1',
  'page/assets/a-1b2c.js': SCRIPT,
  'samples/one.md': '# One',
};

@Module({ imports: [ConfigModule.with(parseEnvironment({})), NoUsersModule, EdgeModule] })
class EdgeAlone {}

let folder: string;
let app: NestFastifyApplication;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'council-page-'));
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
    writeFileSync(join(folder, `${path}.gz`), gzipSync(content));
  }
  app = await createApp(EdgeAlone, false, { page: join(folder, 'page'), samples: join(folder, 'samples') });
  await app.init();
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { host: 'localhost', ...headers } });

describe('the page, where the server serves it itself', () => {
  it.each([['/'], ['/index.html'], ['/sessions/17'], ['/apiary'], ['/reviews?x=a.b']])(
    'answers %s with it',
    async (path) => {
      const answer = await get(path);
      expect([answer.statusCode, answer.body]).toEqual([200, INDEX]);
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-security-policy']).toContain("script-src 'self';");
    },
  );

  it.each([
    ['/api/v1/nowhere'],
    ['/api'],
    ['/health/nowhere'],
    ['/v1/models'],
    ['/mcp'],
    ['/missing.png'],
    ['/assets/missing.js'],
    ['/samples/no.md'],
    ['/..%2f..%2fpackage.json'],
  ])('does not answer %s with it', async (path) => {
    const answer = await get(path);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'ROUTE.NOT_FOUND' });
  });

  it('lets files with a hash in their name be kept for ever, and no other', async () => {
    expect((await get('/assets/a-1b2c.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/early.js')).headers['cache-control']).toBe('no-cache');
    expect((await get('/assets/missing.js')).headers['cache-control']).toBeUndefined();
  });

  it('sends the compressed copy to who can read it', async () => {
    const answer = await get('/assets/a-1b2c.js', { 'accept-encoding': 'gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(answer.rawPayload).toString()).toBe(SCRIPT);
    expect((await get('/assets/a-1b2c.js')).body).toBe(SCRIPT);
  });

  it('has the samples beside it', async () => {
    expect((await get('/samples/one.md')).body).toBe('# One');
  });
});
