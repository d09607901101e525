import { Allow } from '@council/access';
import { AppConfig, ConfigModule, parseEnvironment } from '@council/config';
import { Problem, Uuid } from '@council/contracts';
import { AppError } from '@council/kernel';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { NoUsersModule } from '../../test/no-users.module.js';
import { type Answer, send as sendTo } from '../../test/raw-http.js';
import { createApp } from '../create-app.js';
import { EdgeModule } from './edge.module.js';

const Note = z.object({ title: z.string().max(5), pages: z.int().min(1) });
const Page = z.object({ limit: z.coerce.number().int().min(1) });

@Controller()
class NotesController {
  @Get('api/v1/notes')
  @Allow('viewer')
  list(@Query({ schema: Page }) page: z.infer<typeof Page>): unknown {
    return page;
  }
  @Get('api/v1/notes/:id')
  @Allow('viewer')
  get(@Param('id', { schema: Uuid }) id: string): unknown {
    return { id };
  }
  @Post('api/v1/notes')
  @Allow('member')
  create(@Body({ schema: Note }) note: z.infer<typeof Note>): unknown {
    return note;
  }
  @Get('api/v1/broken/:how')
  @Allow('viewer')
  broken(@Param('how') how: string): never {
    if (how === 'busy') throw new AppError('unavailable', 'NOTES.BUSY', 'come back', { retryAfterSeconds: 3 });
    if (how === 'unique') {
      const driverError = Object.assign(new Error('duplicate key value (secret)'), { code: '23505' });
      throw Object.assign(new Error('SELECT secret'), { name: 'QueryFailedError', driverError });
    }
    throw new Error('SELECT secret FROM vault -- sk-12345');
  }
  @Get('health/live')
  @Allow('health')
  live(): unknown {
    return { status: 'ok' };
  }
}

@WebSocketGateway({ path: '/ws' })
class EchoGateway {
  @SubscribeMessage('echo')
  echo(): unknown {
    return { event: 'echo' };
  }
}

const TOKEN = 'a token that is long enough';
let app: NestFastifyApplication | undefined;
let port = 0;

async function start(environment: Record<string, string> = {}): Promise<void> {
  const config: AppConfig = parseEnvironment({ PORT: '0', ...environment });
  @Module({
    imports: [ConfigModule.with(config), NoUsersModule, EdgeModule],
    controllers: [NotesController],
    providers: [EchoGateway],
  })
  class TestModule {}
  app = await createApp(TestModule, false);
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as { port: number }).port;
}

const send = (method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> =>
  sendTo(port, method, path, headers, body);

const json = { 'content-type': 'application/json' };
const note = JSON.stringify({ title: 'abc', pages: 1 });

function problemOf(answer: Answer): Problem {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = Problem.strict().parse(JSON.parse(answer.text));
  expect(problem.status).toBe(answer.status);
  expect(problem.request_id).toBe(answer.headers['x-request-id']);
  return problem;
}

async function expectProblem(answer: Promise<Answer>, status: number, code: string): Promise<Problem> {
  const problem = problemOf(await answer);
  expect([problem.status, problem.code]).toEqual([status, code]);
  return problem;
}

/** The status of the refusal, or 101. */
function upgrade(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}

afterEach(async () => {
  await app?.close();
  app = undefined;
});

describe('in single-user mode', () => {
  it.each([['localhost'], ['127.0.0.1'], ['[::1]'], ['LOCALHOST']])(
    'answers to the name %s, with and without port',
    async (name) => {
      await start();
      expect((await send('GET', '/api/v1/notes?limit=1', { host: name })).status).toBe(200);
      expect((await send('GET', '/api/v1/notes?limit=1', { host: `${name}:${port}` })).status).toBe(200);
    },
  );

  it.each([['evil.example'], ['localhost:1'], ['127.0.0.1.evil.example'], ['localhost@evil.example'], ['']])(
    'refuses the host "%s", also for unknown addresses and files',
    async (host) => {
      await start();
      for (const path of ['/api/v1/notes?limit=1', '/api/nowhere', '/', '/sessions', '/api/v1/openapi.json']) {
        await expectProblem(send('GET', path, { host }), 403, 'HOST.NOT_ALLOWED');
      }
    },
  );

  it('answers health to any host, and nothing else that looks like it', async () => {
    await start();
    expect((await send('GET', '/health/live', { host: '10.0.0.7:9' })).status).toBe(200);
    await expectProblem(send('GET', '/healthy', { host: 'evil.example' }), 403, 'HOST.NOT_ALLOWED');
    await expectProblem(send('POST', '/health/live', { host: 'evil.example' }), 403, 'HOST.NOT_ALLOWED');
  });

  it("answers to PUBLIC_URL's host", async () => {
    await start({ PUBLIC_URL: 'http://council.example:9000' });
    expect((await send('GET', '/api/v1/notes?limit=1', { host: 'council.example:9000' })).status).toBe(200);
    const headers = { ...json, host: 'council.example:9000', origin: 'http://council.example:9000' };
    expect((await send('POST', '/api/v1/notes', headers, note)).status).toBe(201);
    await expectProblem(send('GET', '/api/nowhere', { host: 'other.example:9000' }), 403, 'HOST.NOT_ALLOWED');
  });

  it('takes writes from its own pages and from programs', async () => {
    await start();
    expect((await send('POST', '/api/v1/notes', json, note)).status).toBe(201);
    for (const origin of [`http://localhost:${port}`, `http://127.0.0.1:${port}`]) {
      expect((await send('POST', '/api/v1/notes', { ...json, origin }, note)).status).toBe(201);
    }
  });

  it.each([['https://evil.example'], ['null'], ['http://localhost:1'], ['http://localhost.evil.example'], ['file://']])(
    'refuses writes and upgrades from a page of %s',
    async (origin) => {
      await start();
      await expectProblem(send('POST', '/api/v1/notes', { ...json, origin }, note), 403, 'ORIGIN.NOT_ALLOWED');
      await expectProblem(send('DELETE', '/api/v1/notes', { origin }), 403, 'ORIGIN.NOT_ALLOWED');
      expect(await upgrade({ origin })).toBe(403);
    },
  );

  it('upgrades its own pages and programs, under its own name', async () => {
    await start();
    expect(await upgrade({})).toBe(101);
    expect(await upgrade({ origin: `http://localhost:${port}` })).toBe(101);
    expect(await upgrade({ host: 'evil.example' })).toBe(403);
    expect(await upgrade({ 'x-forwarded-for': '10.0.0.7' })).toBe(403);
  });

  it.each([['forwarded'], ['x-forwarded-for'], ['x-forwarded-host'], ['x-forwarded-proto'], ['X-Forwarded-Prefix']])(
    'refuses a request that carries %s',
    async (name) => {
      await start();
      await expectProblem(send('GET', '/api/v1/notes?limit=1', { [name]: 'x' }), 403, 'REQUEST.FORWARDED');
    },
  );
});

describe('with a token', () => {
  it('asks for it everywhere but at health, the page and the place to show it', async () => {
    await start({ COUNCIL_API_TOKEN: TOKEN, HOST: '0.0.0.0' });
    for (const path of [
      '/api/v1/notes?limit=1',
      '/api/v1/nowhere',
      '/api/v1/openapi.json',
      '/health/../api/v1/notes?limit=1',
      '/%61pi/v1/notes?limit=1',
      '/v1/models',
      '/mcp',
    ]) {
      const answer = await send('GET', path, { host: 'council.lan' });
      expect(problemOf(answer).code).toBe('AUTH.REQUIRED');
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
    expect(await upgrade({})).toBe(401);
    expect((await send('GET', '/health/live')).status).toBe(200);
    for (const path of ['/', '/sessions/17', '/assets/x.js']) expect((await send('GET', path)).status).not.toBe(401);
  });

  it('takes the bearer, also through a proxy, and no other word', async () => {
    await start({ COUNCIL_API_TOKEN: TOKEN.replaceAll(' ', '-'), HOST: '0.0.0.0' });
    const bearer = { authorization: `Bearer ${TOKEN.replaceAll(' ', '-')}`, host: 'council.lan' };
    expect((await send('GET', '/api/v1/notes?limit=1', { ...bearer, 'x-forwarded-for': '1.2.3.4' })).status).toBe(200);
    expect(await upgrade(bearer)).toBe(101);
    for (const authorization of ['Bearer wrong', `Basic ${TOKEN}`, 'Bearer', `Bearer ${TOKEN.replaceAll(' ', '-')}x`]) {
      await expectProblem(send('GET', '/api/v1/notes?limit=1', { authorization }), 401, 'AUTH.REQUIRED');
    }
  });

  it('gives a cookie for the token, which does not hold it', async () => {
    await start({ COUNCIL_API_TOKEN: TOKEN, HOST: '0.0.0.0' });
    await expectProblem(send('POST', '/api/v1/auth/token', json, '{"token":"wrong"}'), 401, 'AUTH.TOKEN_WRONG');
    const shown = await send('POST', '/api/v1/auth/token', json, JSON.stringify({ token: TOKEN }));
    expect(shown.status).toBe(204);
    const [cookie = '', csrf = ''] = [shown.headers['set-cookie'] ?? []].flat();
    expect(cookie).toMatch(/^council_session=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(csrf).toMatch(/^council_csrf=[^;]+; Path=\/; SameSite=Strict$/);
    expect(cookie + csrf).not.toContain(TOKEN);
    const own = { cookie: `a=b; ${cookie.split(';')[0] ?? ''}` };
    expect((await send('GET', '/api/v1/notes?limit=1', own)).status).toBe(200);
    const origin = `http://127.0.0.1:${port}`;
    expect(await upgrade({ ...own, origin })).toBe(101);
    expect(await upgrade(own)).toBe(403);
    const write = { ...json, ...own, origin };
    await expectProblem(send('POST', '/api/v1/notes', write, note), 403, 'AUTH.CSRF');
    await expectProblem(send('POST', '/api/v1/notes', { ...write, 'x-csrf-token': 'guess' }, note), 403, 'AUTH.CSRF');
    const meant = { 'x-csrf-token': /=([^;]+)/.exec(csrf)?.[1] ?? '' };
    expect((await send('POST', '/api/v1/notes', { ...write, ...meant }, note)).status).toBe(201);
    await expectProblem(send('POST', '/api/v1/notes', { ...json, ...own, ...meant }, note), 403, 'ORIGIN.NOT_ALLOWED');
    await expectProblem(
      send('GET', '/api/v1/notes?limit=1', { cookie: own.cookie.replace('council_session=', 'council_session=9') }),
      401,
      'AUTH.REQUIRED',
    );
  });

  it.each([
    ['a trusted proxy says so', { TRUSTED_PROXIES: '127.0.0.1' }, true],
    ['PUBLIC_URL says so', { PUBLIC_URL: 'https://council.example' }, true],
    ['anybody says so', {}, false],
  ])('marks the cookies for https alone: %s', async (_, environment, isSecure) => {
    await start({ COUNCIL_API_TOKEN: TOKEN, ...environment });
    const headers = { ...json, 'x-forwarded-proto': 'https' };
    const shown = await send('POST', '/api/v1/auth/token', headers, JSON.stringify({ token: TOKEN }));
    for (const cookie of [shown.headers['set-cookie'] ?? []].flat()) {
      expect([/; Secure$/.test(cookie), cookie.startsWith('__Host-')]).toEqual([isSecure, isSecure]);
    }
  });

  it('takes over https no cookie that a page of a sibling could have set', async () => {
    await start({ COUNCIL_API_TOKEN: TOKEN, PUBLIC_URL: 'https://council.example' });
    const shown = await send('POST', '/api/v1/auth/token', json, JSON.stringify({ token: TOKEN }));
    const cookie = String([shown.headers['set-cookie'] ?? []].flat()[0]?.split(';')[0]);
    expect((await send('GET', '/api/v1/notes?limit=1', { cookie })).status).toBe(200);
    const tossed = { cookie: cookie.replace('__Host-', '') };
    await expectProblem(send('GET', '/api/v1/notes?limit=1', tossed), 401, 'AUTH.REQUIRED');
  });

  it('refuses writes and upgrades from a page of another site, cookie or not', async () => {
    await start({ COUNCIL_API_TOKEN: TOKEN, HOST: '0.0.0.0' });
    const headers = {
      ...json,
      authorization: `Bearer ${TOKEN}`,
      host: 'council.lan:80',
      origin: 'http://evil.example',
    };
    await expectProblem(send('POST', '/api/v1/notes', headers, note), 403, 'ORIGIN.NOT_ALLOWED');
    expect(await upgrade({ host: 'council.lan', origin: 'http://evil.example' })).toBe(403);
  });
});

describe('bad input', () => {
  it('refuses every body that is not JSON', async () => {
    await start();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonp',
    ]) {
      await expectProblem(send('POST', '/api/v1/notes', { 'content-type': type }, note), 415, 'REQUEST.MEDIA_TYPE');
    }
    await expectProblem(send('POST', '/api/v1/notes', {}, note), 415, 'REQUEST.MEDIA_TYPE');
    expect(
      (await send('POST', '/api/v1/notes', { 'content-type': 'application/json; charset=utf-8' }, note)).status,
    ).toBe(201);
  });

  it('says that a body is missing, cut or too large', async () => {
    await start();
    await expectProblem(send('POST', '/api/v1/notes'), 400, 'REQUEST.BODY_EMPTY');
    await expectProblem(send('POST', '/api/v1/notes', json), 400, 'REQUEST.BODY_EMPTY');
    await expectProblem(
      send('POST', '/api/v1/notes', { ...json, 'transfer-encoding': 'chunked' }),
      400,
      'REQUEST.BODY_EMPTY',
    );
    await expectProblem(send('POST', '/api/v1/notes', json, '{"title": '), 400, 'REQUEST.MALFORMED_JSON');
    await expectProblem(send('POST', '/api/v1/notes', json, '{"__proto__": {}}'), 400, 'REQUEST.MALFORMED_JSON');
    const large = JSON.stringify({ title: 'x'.repeat(6 * 1024 * 1024) });
    await expectProblem(send('POST', '/api/v1/notes', json, large), 413, 'REQUEST.TOO_LARGE');
  });

  it('lists all that is wrong with a body at once', async () => {
    await start();
    const body = JSON.stringify({ title: 'much too long', pages: -1 });
    const problem = await expectProblem(send('POST', '/api/v1/notes', json, body), 422, 'REQUEST.INVALID');
    expect(problem.issues?.map(({ path, code }) => [path, code])).toEqual([
      ['title', 'too_big'],
      ['pages', 'too_small'],
    ]);
    expect(
      (await expectProblem(send('POST', '/api/v1/notes', json, 'null'), 422, 'REQUEST.INVALID')).issues,
    ).toHaveLength(1);
  });

  it('says which part of an address is wrong', async () => {
    await start();
    const id = await expectProblem(send('GET', '/api/v1/notes/17'), 400, 'REQUEST.MALFORMED');
    expect(id.issues?.[0]?.path).toBe('id');
    const limit = await expectProblem(send('GET', '/api/v1/notes?limit=-1'), 400, 'REQUEST.MALFORMED');
    expect(limit.issues?.[0]?.path).toBe('limit');
    await expectProblem(send('GET', '/api/nowhere'), 404, 'ROUTE.NOT_FOUND');
    await expectProblem(send('PATCH', '/api/v1/notes'), 404, 'ROUTE.NOT_FOUND');
    expect((await send('GET', '/api/%zz')).status).toBe(400);
  });
});

describe('failures of ours', () => {
  it('never shows a stack, a statement or a key', async () => {
    await start();
    const internal = await send('GET', '/api/v1/broken/other');
    expect(problemOf(internal).code).toBe('INTERNAL');
    expect(internal.text).not.toMatch(/secret|SELECT|sk-|\bat \b/);
    const conflict = await send('GET', '/api/v1/broken/unique');
    expect([problemOf(conflict).status, problemOf(conflict).code]).toEqual([409, 'DATABASE.CONFLICT']);
    expect(conflict.text).not.toMatch(/secret|SELECT/);
  });

  it('says when to come back', async () => {
    await start();
    const busy = await send('GET', '/api/v1/broken/busy');
    expect([busy.status, busy.headers['retry-after']]).toEqual([503, '3']);
  });

  it('echoes a sane request id and replaces one that is not', async () => {
    await start();
    expect((await send('GET', '/api/nowhere', { 'x-request-id': 'trace-17' })).headers['x-request-id']).toBe(
      'trace-17',
    );
    const replaced = (await send('GET', '/api/nowhere', { 'x-request-id': 'a b "c"' })).headers['x-request-id'];
    expect(String(replaced)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('sends the headers of a careful server with refusals too', async () => {
    await start();
    const { headers } = await send('GET', '/api/nowhere', { host: 'evil.example' });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
