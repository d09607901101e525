import { OWNER } from '@council/access';
import {
  ExecuteRequest,
  FileDiff,
  type LogEvent,
  SessionFile,
  SessionFileHistory,
  SessionFileList,
} from '@council/contracts';
import { SessionStarter } from '@council/council';
import { EventStore, VersionTaken } from '@council/council-core';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { COUNCIL_DEBATE } from '../test/council-client.mjs';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

let database: TestDatabase;
let app: NestFastifyApplication;
let id: string;
const store = () => app.get(EventStore, { strict: false });
const written = (version: number, content: string, more: object = {}) => ({
  event: 'file:written' as const,
  data: { path: '/document.md', version, content, author: 'Surgeon', reason: 'Order 1', ...more },
});

beforeAll(async () => {
  database = await openTestDatabase();
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
});
beforeEach(async () => {
  const request = ExecuteRequest.parse({ template_uuid: COUNCIL_DEBATE, input: { document_content: 'One.\nTwo.\n' } });
  id = await app.get(SessionStarter, { strict: false }).open(request, OWNER);
  await store().append(id, null, [
    { event: 'execution:started', data: { run: 1 } },
    written(1, 'One.\nTwo.\n', { author: 'user' }),
  ]);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const call = (method: Method, path: string, body?: object) =>
  callApp(app, method, `/sessions/${id}/files${path}`, body);
const list = async (): Promise<SessionFileList> => SessionFileList.strict().parse((await call('GET', '')).body);
const propose = (version: number, content: string) =>
  store().append(id, null, [written(version, content, { base_version: version - 1, is_proposed: true })]);
const draft = (content: string, base_version: number | null, path = '/document.md') => ({
  path,
  content,
  base_version,
  reason: 'mine',
});

describe('session files', () => {
  it('list the latest version of each, tell proposals from the document under work, and keep the history', async () => {
    await propose(2, 'One.\nTwo, mended.\n');
    expect(await list()).toMatchObject({
      files: [
        { path: '/document.md', version: 2, author: 'Surgeon', reason: 'Order 1', base_version: 1, is_proposed: true },
      ],
      document: { path: '/document.md', version: 1 },
    });
    const { history } = SessionFileHistory.strict().parse((await call('GET', '/history?path=/document.md')).body);
    expect(history.map(({ version, author }) => [version, author])).toEqual([
      [2, 'Surgeon'],
      [1, 'user'],
    ]);
  });

  it('show what changed between two versions', async () => {
    await propose(2, 'One.\nTwo, mended.\n');
    const diff = FileDiff.strict().parse((await call('GET', '/diff?path=/document.md&from=1&to=2')).body);
    expect(diff).toMatchObject({ added_lines: 1, removed_lines: 1 });
    expect(diff.diff).toContain('-Two.\n+Two, mended.\n');
  });

  it('take a proposal into work, and go back, without losing anything', async () => {
    await propose(2, 'Better.\n');
    expect(await call('POST', '/adopt', { path: '/document.md', version: 2 })).toMatchObject({
      status: 200,
      body: { document: { version: 2 } },
    });
    const back = SessionFile.strict().parse(
      (await call('POST', '/rollback', { path: '/document.md', version: 1 })).body,
    );
    expect(back).toMatchObject({ version: 3, content: 'One.\nTwo.\n', author: 'user', reason: 'back to version 1' });
    expect((await list()).document).toEqual({ path: '/document.md', version: 3 });
    const names = (await store().read(id)).map((event: LogEvent) => event.event);
    expect(names.slice(-3)).toEqual(['file:written', 'document:moved', 'file:written']);
  });

  it('are written on top of the latest version, and on nothing else', async () => {
    expect(await call('PUT', '', draft('Mine.\n', 1))).toMatchObject({
      status: 200,
      body: { version: 2, base_version: 1 },
    });
    expect(await call('PUT', '', draft('Late.\n', 1))).toMatchObject({ status: 409, body: { code: 'FILE.CONFLICT' } });
    expect(await call('PUT', '', draft('New.\n', null, '/notes/a.md'))).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect(await call('PUT', '', draft('New.\n', 3, '/other.md'))).toMatchObject({ status: 409 });
    expect((await list()).files.map(({ path, content }) => [path, content])).toEqual([
      ['/document.md', 'Mine.\n'],
      ['/notes/a.md', 'New.\n'],
    ]);
  });

  it('keep both of two who write at once, or refuse one, and never lose one silently', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, at) => call('PUT', '', draft(`By ${at}.\n`, 1))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    const rollbacks = await Promise.all(
      Array.from({ length: 4 }, () => call('POST', '/rollback', { path: '/document.md', version: 1 })),
    );
    expect(rollbacks.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await list()).files[0]?.version).toBe(6);
    await expect(propose(6, 'Too late.\n')).rejects.toThrow(VersionTaken);
    expect((await store().read(id)).map(({ seq }) => seq)).toEqual([...Array(8).keys()].map((at) => at + 1));
  });

  it.each([
    ['a path that climbs', 'PUT', '', draft('x', null, '/../x'), 422, 'FILE.PATH'],
    ['a relative path', 'PUT', '', draft('x', null, 'x.md'), 422, 'FILE.PATH'],
    ['binary text', 'PUT', '', draft('\u0000', 1), 422, 'REQUEST.INVALID'],
    ['no path', 'GET', '/history', undefined, 400, 'REQUEST.MALFORMED'],
    ['an unknown file', 'GET', '/history?path=/none.md', undefined, 404, 'FILE.NOT_FOUND'],
    ['an unknown version', 'POST', '/rollback', { path: '/document.md', version: 9 }, 404, 'FILE.NOT_FOUND'],
    ['an unknown version to compare', 'GET', '/diff?path=/document.md&from=1&to=9', undefined, 404, 'FILE.NOT_FOUND'],
    ['a file that is not the document', 'POST', '/adopt', { path: '/notes.md', version: 1 }, 422, 'FILE.PATH'],
  ] as const)('refuse %s', async (_name, method, path, body, status, code) => {
    expect(await call(method, path, body)).toMatchObject({ status, body: { code } });
  });

  it('stay as they are once the session has ended', async () => {
    await store().append(id, null, [{ event: 'execution:completed', data: { status: 'completed', outcome: 'full' } }]);
    for (const [path, body] of [['/rollback', { path: '/document.md', version: 1 }]] as const) {
      expect(await call('POST', path, body)).toMatchObject({ status: 409, body: { code: 'FILE.SESSION_NOT_RUNNING' } });
    }
    expect(await call('PUT', '', draft('x', 1))).toMatchObject({
      status: 409,
      body: { code: 'FILE.SESSION_NOT_RUNNING' },
    });
    id = '00000000-0000-4000-8000-000000000000';
    expect(await call('GET', '')).toMatchObject({ status: 404, body: { code: 'SESSION.NOT_FOUND' } });
  });

  it('change whose model speaks in a seat that was taken over', async () => {
    const error = { code: 'MODEL.UPSTREAM', message: 'gone' };
    const from = { agent_id: null, name: 'A', provider: 'x', model: 'one' };
    const data = { turn_id: 't', fallback: 1, from, to: { ...from, model: 'two' }, error };
    await store().append(id, null, [{ event: 'seat:replaced', node_id: 'agent_adjudicator', data }]);
    const answer = await app.inject({ method: 'GET', url: `/api/v1/sessions/${id}`, headers: { host: 'localhost' } });
    const { seats } = answer.json<{ seats: { node_id: string; used: { model: string } }[] }>();
    expect(seats.map(({ node_id, used }) => [node_id, used.model === 'two'])).toEqual(
      expect.arrayContaining([
        ['agent_adjudicator', true],
        ['agent_negative', false],
      ]),
    );
    expect(seats).toHaveLength(3);
  });
});
