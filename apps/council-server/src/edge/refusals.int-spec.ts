import { afterEach, describe, expect, it } from '@jest/globals';
import { JSON_BODY as json, NOTE as note, NotesEdge } from '../../test/notes-edge.js';
import { expectProblem, problemOf } from '../../test/problem-of.js';

const edge = new NotesEdge();
const { start, send } = edge;

afterEach(edge.stop);

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
