import { get } from 'node:https';
import { ConfigModule, parseEnvironment } from '@council/config';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { WebSocket } from 'ws';
import { FakeBackend, type Seen } from '../test/fake-backend.js';
import { nginxVariables } from '../test/nginx-site.mjs';
import { readNginxTemplate } from '../test/nginx-template.js';
import { certificateFor } from '../test/certificate.js';
import { problemOf } from '../test/problem-of.js';
import { type Answer, send } from '../test/raw-http.js';
import { NoUsersModule } from '../test/no-users.module.js';
import { RunningNginx } from '../test/running-nginx.js';
import { createApp } from './create-app.js';
import { EdgeModule } from './edge/edge.module.js';
import { problemDocument } from './edge/problem.filter.js';
import { toProblem } from './edge/problem.js';

const INDEX = '<!doctype html><title>The page</title>';
const PAGE = { 'index.html': INDEX, 'assets/page.js': 'export {};' };
const TOKEN = 'a-token-that-is-long-enough';

/** By https, as one who does not ask whose certificate it is. */
function sendSecurely(port: number, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, rejectUnauthorized: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    }).on('error', reject);
  });
}

const seenOf = (answer: Answer): Seen => JSON.parse(answer.text) as Seen;
/** The headers by which a browser is told to be careful. */
const careful = ({ headers }: Answer): [string, unknown][] =>
  Object.entries(headers)
    .filter(([name]) => /^(content-security-|cross-origin-|origin-agent|referrer-|strict-|x-(?!request-id))/.test(name))
    .sort(([a], [b]) => a.localeCompare(b));

/** What a start that failed halfway has opened is closed too. */
const opened: { stop(): Promise<void> }[] = [];
const keep = <Opened extends { stop(): Promise<void> }>(it: Opened): Opened => {
  opened.push(it);
  return it;
};
afterAll(async () => {
  for (const one of opened.reverse()) await one.stop();
});

describe('nginx before a backend', () => {
  let backend: FakeBackend;
  let nginx: RunningNginx;
  beforeAll(async () => {
    backend = keep(await FakeBackend.start());
    nginx = keep(await RunningNginx.start(PAGE, backend.port));
  });
  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    send(nginx.port, 'GET', path, headers);

  it.each(readNginxTemplate().proxied.map((prefix) => [`/${prefix}`]))(
    'passes %s on, and all below it',
    async (prefix) => {
      expect(seenOf(await get(prefix)).url).toBe(prefix);
      // The address as it came: what is encoded stays so.
      expect(seenOf(await get(`${prefix}/a%2Fb?since=3&q=%C3%A4`)).url).toBe(`${prefix}/a%2Fb?since=3&q=%C3%A4`);
      expect((await get(`${prefix}x`)).text).toBe(INDEX);
    },
  );

  it('says whom the request was for and whom it came from, whatever the caller claims', async () => {
    const claims = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example', host: 'council.lan:8443' };
    const { headers } = seenOf(await get('/api/v1/agents', { ...claims, 'x-forwarded-for': '10.0.0.7' }));
    expect(headers).toMatchObject({
      host: 'council.lan:8443',
      'x-forwarded-host': 'council.lan:8443',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
    });
    expect(headers).not.toHaveProperty('forwarded');
  });

  it('believes nobody who says https or another address, unless told whom to trust', async () => {
    const claims = {
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.9, 10.0.0.7',
      'x-real-ip': '10.0.0.7',
    };
    const doubted = seenOf(await get('/api/v1/agents', claims)).headers;
    expect([doubted['x-forwarded-proto'], doubted['x-forwarded-for']]).toEqual(['http', '127.0.0.1']);
    expect(doubted).not.toHaveProperty('x-real-ip');
    const behind = keep(await RunningNginx.start(PAGE, backend.port, { TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' }));
    const { headers } = seenOf(await send(behind.port, 'GET', '/api/v1/agents', claims));
    expect([headers['x-forwarded-proto'], headers['x-forwarded-for']]).toEqual(['https', '203.0.113.9']);
  });

  it('keeps measurements inside', async () => {
    for (const path of ['/metrics', '/metrics/all']) expect((await get(path)).status).toBe(404);
  });

  it('passes credentials, cookies and a sane request id, and makes an id where there is none', async () => {
    const own = { authorization: 'Bearer x', cookie: 'a=b', 'last-event-id': '7', 'x-request-id': 'trace-17' };
    expect(seenOf(await get('/api/v1/agents', own)).headers).toMatchObject(own);
    expect(seenOf(await get('/api/v1/agents')).headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
    expect(seenOf(await get('/api/v1/agents', { 'x-request-id': 'a "b"' })).headers['x-request-id']).toMatch(
      /^\w{32}$/,
    );
  });

  it('upgrades to nothing but a WebSocket', async () => {
    const { headers } = seenOf(await get('/api/v1/agents', { upgrade: 'h2c', connection: 'Upgrade, HTTP2-Settings' }));
    expect(headers).not.toHaveProperty('upgrade');
    expect(headers['connection'] ?? '').not.toMatch(/upgrade/i);
  });

  it('lets every event of a stream through at once', async () => {
    const answer = await fetch(`http://127.0.0.1:${nginx.port}/api/v1/stream`);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    // The backend holds the stream open: a proxy that gathers would never show these.
    expect(await reader?.read()).toEqual({ done: false, value: 'data: first\n\n' });
    backend.emit('second');
    expect(await reader?.read()).toEqual({ done: false, value: 'data: second\n\n' });
    backend.endStreams();
    expect((await reader?.read())?.done).toBe(true);
  });

  it('carries a WebSocket both ways', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${nginx.port}/ws`, { origin: 'http://council.lan' });
    const next = (): Promise<string> =>
      new Promise((resolve, reject) => {
        socket.once('message', (data: Buffer) => {
          resolve(data.toString());
        });
        socket.once('error', reject);
      });
    const { headers } = JSON.parse(await next()) as Seen;
    expect(headers).toMatchObject({ host: `127.0.0.1:${nginx.port}`, origin: 'http://council.lan' });
    socket.send('{"cmd":"ping"}');
    expect(await next()).toBe('{"cmd":"ping"}');
    socket.terminate();
  });

  it("takes bodies as large as the backend does, and refuses more in the backend's words", async () => {
    const { bodyLimitBytes } = readNginxTemplate();
    const post = (bytes: number): Promise<Answer> => send(nginx.port, 'POST', '/api/v1/x', {}, 'x'.repeat(bytes));
    expect(seenOf(await post(bodyLimitBytes)).bodyBytes).toBe(bodyLimitBytes);
    const refused = await post(bodyLimitBytes + 1);
    const requestId = String(refused.headers['x-request-id']);
    expect(refused.status).toBe(413);
    expect(problemOf(refused)).toEqual(problemDocument(toProblem({ statusCode: 413 }), requestId));
  });

  it('writes one JSON object a request, without the query', async () => {
    await get('/api/v1/agents?token=secret', { 'x-request-id': 'logged-1' });
    const line =
      nginx
        .readLog()
        .split('\n')
        .find((entry) => entry.includes('logged-1')) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      request_id: 'logged-1',
      status: 200,
      method: 'GET',
      path: '/api/v1/agents',
    });
    expect(nginx.readLog()).not.toContain('secret');
  });
});

describe('the page', () => {
  let nginx: RunningNginx;
  beforeAll(async () => {
    // Nobody listens there: the page must not need the backend.
    nginx = keep(await RunningNginx.start(PAGE, 1));
  });

  it.each([['/'], ['/index.html'], ['/sessions/17'], ['/apiary']])('answers %s with the page', async (path) => {
    const answer = await send(nginx.port, 'GET', path);
    expect([answer.status, answer.text]).toEqual([200, INDEX]);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it('gives files as they are, again only when they changed, and 404 for one that is missing', async () => {
    const file = await send(nginx.port, 'GET', '/assets/page.js');
    expect([file.status, file.text]).toEqual([200, PAGE['assets/page.js']]);
    const again = await send(nginx.port, 'GET', '/assets/page.js', { 'if-none-match': String(file.headers['etag']) });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('lets files with a hash in their name be kept for ever, and nothing that is missing', async () => {
    expect((await send(nginx.port, 'GET', '/assets/page.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    for (const path of ['/assets/missing.js', '/missing.png', '/samples/missing.md']) {
      const missing = await send(nginx.port, 'GET', path);
      expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-cache']);
    }
  });

  it('sends the compressed copy to who can read it', async () => {
    const answer = await fetch(`http://127.0.0.1:${nginx.port}/`, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.text()).toBe(INDEX);
  });

  it('stays when the backend is gone; the API then says so in a problem document', async () => {
    for (const path of ['/api/v1/agents', '/health', '/ws']) {
      const answer = await send(nginx.port, 'GET', path, { 'x-request-id': 'trace-18' });
      expect(answer.status).toBe(502);
      expect(problemOf(answer)).toMatchObject({ status: 502, code: 'PROXY.NO_BACKEND', request_id: 'trace-18' });
      expect(answer.headers['x-request-id']).toBe('trace-18');
    }
    expect((await send(nginx.port, 'GET', '/')).text).toBe(INDEX);
  });
});

describe('TLS that nginx ends', () => {
  const PUBLIC_URL = 'https://council.example';
  let backend: FakeBackend;
  let nginx: RunningNginx;
  beforeAll(async () => {
    backend = keep(await FakeBackend.start());
    nginx = keep(
      await RunningNginx.start(PAGE, backend.port, { COUNCIL_TLS: 'https', PUBLIC_URL }, certificateFor('localhost')),
    );
  });

  it('sends http to the address that people know, whatever host was asked for', async () => {
    for (const path of ['/', '/sessions/17?a=b', '/api/v1/agents']) {
      const answer = await send(nginx.port, 'GET', path, { host: 'evil.example' });
      expect([answer.status, answer.headers['location']]).toEqual([308, `${PUBLIC_URL}${path}`]);
    }
  });

  it('serves the page and the API by https, says so inside, and has browsers stay with it', async () => {
    const page = await sendSecurely(nginx.tlsPort, '/');
    expect([page.status, page.text]).toEqual([200, INDEX]);
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    const seen = seenOf(await sendSecurely(nginx.tlsPort, '/api/v1/agents'));
    expect(seen.headers['x-forwarded-proto']).toBe('https');
  });

  it.each([
    ['no certificate', { COUNCIL_TLS: 'https', PUBLIC_URL }, 'needs /nowhere/fullchain.pem'],
    ['another word', { COUNCIL_TLS: 'yes' }, 'COUNCIL_TLS=yes is neither http nor https'],
    ['a name as a trusted proxy', { TRUSTED_PROXIES: '10.0.0.1,proxy.lan' }, 'proxy.lan is no address or network'],
  ])('is refused with the reason: %s', (_what, settings, reason) => {
    expect(() => nginxVariables({ COUNCIL_TLS_DIR: '/nowhere', ...settings })).toThrow(reason);
  });
});

describe("nginx before the server's own edge", () => {
  let nginx: RunningNginx;
  const edgeBehindNginx = async (more: Record<string, string>): Promise<RunningNginx> => {
    const config = parseEnvironment({
      PORT: '0',
      COUNCIL_API_TOKEN: TOKEN,
      HOST: '0.0.0.0',
      TRUSTED_PROXIES: '127.0.0.1',
      ...more,
    });
    @Module({ imports: [ConfigModule.with(config), NoUsersModule, EdgeModule] })
    class EdgeAlone {}
    const app = await createApp(EdgeAlone, false);
    keep({ stop: () => app.close() });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    return keep(await RunningNginx.start(PAGE, port, { TRUSTED_PROXIES: '127.0.0.1' }));
  };
  beforeAll(async () => {
    nginx = await edgeBehindNginx({});
  });
  const show = (headers: Record<string, string>): Promise<Answer> =>
    send(
      nginx.port,
      'POST',
      '/api/v1/auth/token',
      { 'content-type': 'application/json', ...headers },
      `{"token":"${TOKEN}"}`,
    );

  it('sends with the page the security headers that the server sends with its own', async () => {
    const ofServer = careful(await send(nginx.port, 'GET', '/api/v1/openapi.json'));
    expect(ofServer.length).toBeGreaterThan(5);
    expect(careful(await send(nginx.port, 'GET', '/'))).toEqual(ofServer);
    expect(careful(await send(nginx.port, 'GET', '/assets/missing.js'))).toEqual(ofServer);
  });

  it('sends them by https as well, as a server whose address is https does', async () => {
    const secure = await edgeBehindNginx({ PUBLIC_URL: 'https://council.example' });
    const byHttps = { 'x-forwarded-proto': 'https' };
    const ofServer = careful(await send(secure.port, 'GET', '/api/v1/openapi.json', byHttps));
    expect(Object.fromEntries(ofServer)).toHaveProperty('strict-transport-security');
    expect(careful(await send(secure.port, 'GET', '/', byHttps))).toEqual(ofServer);
  });

  it('takes the token from its own page and from no other', async () => {
    const answer = await show({ host: 'council.lan:8443', origin: 'http://council.lan:8443' });
    expect(answer.status).toBe(204);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    expect((await send(nginx.port, 'GET', '/api/v1/nowhere', { cookie })).status).toBe(404);
    expect((await send(nginx.port, 'GET', '/api/v1/nowhere')).status).toBe(401);
    expect(problemOf(await show({ host: 'council.lan', origin: 'http://evil.example' })).code).toBe(
      'ORIGIN.NOT_ALLOWED',
    );
    const forged = { host: 'council.lan', origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' };
    expect(problemOf(await show(forged)).code).toBe('ORIGIN.NOT_ALLOWED');
  });

  it("hands the server's own refusals through, also of a large body", async () => {
    const body = JSON.stringify({ token: 'x'.repeat(4_000_000) });
    const json = { 'content-type': 'application/json' };
    expect(problemOf(await send(nginx.port, 'POST', '/api/v1/sessions', json, body)).code).toBe('AUTH.REQUIRED');
    const answer = await send(nginx.port, 'POST', '/api/v1/auth/token', json, body);
    expect(problemOf(answer)).toMatchObject({ status: 422, code: 'REQUEST.INVALID' });
    expect(answer.headers['x-request-id']).toBe(problemOf(answer).request_id);
  });
});
