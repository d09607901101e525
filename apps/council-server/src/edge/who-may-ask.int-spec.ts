import { afterEach, describe, expect, it } from '@jest/globals';
import { JSON_BODY as json, NOTE as note, NotesEdge } from '../../test/notes-edge.js';
import { expectProblem, problemOf } from '../../test/problem-of.js';

const TOKEN = 'a token that is long enough';
const edge = new NotesEdge();
const { start, send, upgrade } = edge;

afterEach(edge.stop);

describe('in single-user mode', () => {
  it.each([['localhost'], ['127.0.0.1'], ['[::1]'], ['LOCALHOST']])(
    'answers to the name %s, with and without port',
    async (name) => {
      await start();
      expect((await send('GET', '/api/v1/notes?limit=1', { host: name })).status).toBe(200);
      expect((await send('GET', '/api/v1/notes?limit=1', { host: `${name}:${edge.port}` })).status).toBe(200);
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
    for (const origin of [`http://localhost:${edge.port}`, `http://127.0.0.1:${edge.port}`]) {
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
    expect(await upgrade({ origin: `http://localhost:${edge.port}` })).toBe(101);
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
    const origin = `http://127.0.0.1:${edge.port}`;
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
