import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessLog } from '@council/contracts';
import { SYSTEM_TEMPLATES } from '@council/migrations';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { WebSocket } from 'ws';
import { eventually } from '../test/eventually.js';
import { HeardLog } from '../test/heard-log.js';
import { ModelServer } from '../test/model-server.js';
import { HOST, NO_RATES, Person } from '../test/people.js';
import { describedQueries, takenFromQueries } from '../test/query-parameters.js';
import { askRaw, sayRaw } from '../test/raw-line.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';
import { LINE_LIMITS } from './edge/line-limits.js';

const ADMIN_PASSWORD = 'from-the-environment';
/** Lies beside what is served. */
const CANARY = 'Canary4470Outside';
const INJECTED = 'x-injected';
const FORGED = 'council_session=Zm9yZ2Vk';
const SOCKET = [
  'connection: upgrade',
  'upgrade: websocket',
  'sec-websocket-version: 13',
  'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
];
const closing = (headers: readonly string[]): readonly string[] =>
  headers.includes('connection: upgrade') ? [] : ['connection: close'];

let folder: string;
let database: TestDatabase;
let app: NestFastifyApplication;
let port = 0;
let admin: Person;
let mine: Person;
let reader: Person;
let outsider: Person;
let group = '';
let session = '';
const log = new HeardLog();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'council-intruder-'));
  for (const [path, text] of [
    ['page/index.html', '<title>The page</title>'],
    ['page/assets/a-1b2c.js', '1'],
    ['samples/one.md', '# One'],
    ['secret.md', CANARY],
    ['etc/passwd', CANARY],
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  database = await openTestDatabase({
    HOST: '0.0.0.0',
    COUNCIL_ADMIN_PASSWORD: ADMIN_PASSWORD,
    COUNCIL_MASTER_KEY: 'ab'.repeat(32),
    ...NO_RATES,
  });
  app = await createApp(
    await AppModule.forRoot(database.config),
    log,
    { page: join(folder, 'page'), samples: join(folder, 'samples') },
    { ...LINE_LIMITS, headersMs: 300, requestMs: 400, lookMs: 50 },
  );
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as { port: number }).port;
  admin = await Person.signedIn(app, 'admin', ADMIN_PASSWORD);
  mine = await admin.add('mine', 'member');
  reader = await admin.add('reader', 'viewer');
  outsider = await admin.add('outsider', 'member');
  group = String((await mine.call('POST', '/groups', { name: 'Theirs', default_agent_uuids: [] })).body['group_uuid']);
  const start = {
    template_uuid: SYSTEM_TEMPLATES.debate,
    group_uuid: group,
    title: 'A secret plan',
    input: { document_content: 'We move in May.' },
  };
  session = String((await mine.call('POST', '/workflows/execute', start)).body['session_uuid']);
});
afterAll(async () => {
  await app.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const ORIGIN = `http://${HOST}`;
function bodyOf(bytes: number): string {
  return `content-type: application/json\r\ncontent-length: ${bytes}\r\n\r\n${'x'.repeat(bytes)}`;
}
function chunksOf(bytes: number): string {
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  return `content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunk.repeat(Math.ceil(bytes / 0x10000))}`;
}

/** Of somebody who may write, so that only what follows can be refused. */
function headOfWrite(): string {
  const { cookie = '', origin = '', 'x-csrf-token': csrf = '' } = mine.credentials;
  return `POST /api/v1/groups HTTP/1.1\r\nhost: ${HOST}\r\ncookie: ${cookie}\r\norigin: ${origin}\r\nx-csrf-token: ${csrf}\r\n`;
}

/** Half a surrogate pair cannot be encoded by the language; a caller can. */
const encode = (value: string): string => (value.isWellFormed() ? encodeURIComponent(value) : '%ed%a0%bd');

/** Refused with this status and code, and said in one line of the log that names both, and who it was. */
async function expectRefused(ask: () => Promise<{ status: number; code: string | undefined }>, refusal: string) {
  const before = log.lines.length;
  const { status, code } = await ask();
  expect(`${status} ${code ?? ''}`).toBe(refusal);
  const line = await log.with(before, `status=${status}`, `code=${code ?? ''}`);
  expect(line).toMatch(/^refused who=\S+ /);
  expect(line).not.toMatch(/[\r\n]/);
  return line;
}

/** The status and the code with which an upgrade was refused. */
function upgrade(headers: Readonly<Record<string, string>>): Promise<{ status: number; code: string | undefined }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { host: HOST, ...headers } });
    socket.on('open', () => {
      socket.terminate();
      resolve({ status: 101, code: undefined });
    });
    socket.on('unexpected-response', (_request, response) => {
      let code = '';
      response.on('data', (part: Buffer) => (code += part.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, code });
      });
    });
    socket.on('error', reject);
  });
}

const stranger = () => Person.stranger(app, '203.0.113.20');
const draft = { name: 'G', default_agent_uuids: [] };
const EVIL = 'https://evil.example';
const signIn = (name: string, password: string) =>
  Person.stranger(app, '203.0.113.21').call('POST', '/auth/sign-in', { name, password });
const remember = (who: Person, how = 'query') =>
  who.call('POST', `/memory/${how}`, { group_uuid: group, content: 'x', query: 'secret plan' });
const cookies = () => ({ cookie: mine.credentials['cookie'] ?? '' });

describe('an intruder is refused, and the log says so', () => {
  it.each<[string, string, () => Promise<{ status: number; code: string | undefined }>]>([
    ['without a token', '401 AUTH.REQUIRED', () => stranger().call('GET', '/sessions')],
    ['with a forged cookie', '401 AUTH.REQUIRED', () => stranger().but({ cookie: FORGED }).call('GET', '/sessions')],
    ['with a forged token', '401 AUTH.REQUIRED', () => Person.withToken(app, 'cnc_forged').call('GET', '/sessions')],
    ['outside the API', '401 AUTH.REQUIRED', () => stranger().call('GET', '/api/../mcp')],
    ['with a guessed password', '401 AUTH.CREDENTIALS_WRONG', () => signIn('mine', 'a guess of mine')],
    ['with SQL for a name', '401 AUTH.CREDENTIALS_WRONG', () => signIn("' OR 1=1 --", "' OR 1=1 --")],
    ['with a role that is too low', '403 AUTH.FORBIDDEN', () => reader.call('POST', '/groups', draft)],
    ['who asks for keys', '403 AUTH.FORBIDDEN', () => mine.call('GET', '/providers')],
    ['without a CSRF token', '403 AUTH.CSRF', () => mine.but({ 'x-csrf-token': '' }).call('POST', '/groups', draft)],
    ['with a guessed one', '403 AUTH.CSRF', () => mine.but({ 'x-csrf-token': 'guess' }).call('POST', '/groups', draft)],
    ['from a foreign page', '403 ORIGIN.NOT_ALLOWED', () => mine.but({ origin: EVIL }).call('POST', '/groups', draft)],
    ["in another group's session", '404 SESSION.NOT_FOUND', () => outsider.call('GET', `/sessions/${session}`)],
    ['in its files', '404 SESSION.NOT_FOUND', () => outsider.call('GET', `/sessions/${session}/files`)],
    ['in its documents', '404 SESSION.NOT_FOUND', () => outsider.call('GET', `/sessions/${session}/knowledge`)],
    ['in its memory', '404 GROUP.NOT_FOUND', () => remember(outsider)],
    ['in its people', '404 GROUP.NOT_FOUND', () => outsider.call('GET', `/groups/${group}/people`)],
    ['who writes there as a reader', '403 AUTH.FORBIDDEN', () => remember(reader, 'ingest')],
    ['with a socket, as a stranger', '401 AUTH.REQUIRED', () => upgrade({})],
    ['with a socket and a forged cookie', '401 AUTH.REQUIRED', () => upgrade({ cookie: FORGED })],
    ['with a socket from a foreign page', '403 ORIGIN.NOT_ALLOWED', () => upgrade({ ...cookies(), origin: EVIL })],
    ['with a socket from no page', '403 ORIGIN.NOT_ALLOWED', () => upgrade({ ...cookies(), origin: '' })],
  ])('%s', async (_who, refusal, ask) => {
    await expectRefused(ask, refusal);
  });

  it('who plays a cookie again after its owner has signed out', async () => {
    const owner = await Person.signedIn(app, 'mine');
    const copied = owner.but({});
    expect((await copied.call('GET', '/sessions')).status).toBe(200);
    expect((await owner.call('POST', '/auth/sign-out')).status).toBe(204);
    await expectRefused(() => copied.call('GET', '/sessions'), '401 AUTH.REQUIRED');
  });

  it("who asks their own group's memory about another group's session", async () => {
    const own = String((await outsider.call('POST', '/groups', draft)).body['group_uuid']);
    const body = { group_uuid: own, query: 'secret plan' };
    await expectRefused(
      () => outsider.call('POST', `/memory/query?session_id=${session}`, body),
      '404 SESSION.NOT_FOUND',
    );
  });

  it("who commands another group's session over a socket", async () => {
    const { cookie = '', origin = '' } = outsider.credentials;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { host: HOST, cookie, origin } });
    await new Promise((resolve) => socket.once('open', resolve));
    const before = log.lines.length;
    socket.send(JSON.stringify({ cmd: 'subscribe', session_uuid: session }));
    expect(await log.with(before, 'who=outsider')).toContain('path=/ws code=SESSION.NOT_FOUND');
    socket.terminate();
  });

  it('leaves a row in the trail, with address and request id', async () => {
    await stranger().but({ 'x-request-id': 'intruder-1' }).call('GET', '/agents');
    await upgrade({ 'x-request-id': 'intruder-2' });
    await mine.but({ origin: EVIL, 'x-request-id': 'intruder-3' }).call('POST', '/groups', draft);
    const said = await Promise.all(
      ['intruder-1', 'intruder-2', 'intruder-3'].map((id) => log.with(0, `request_id=${id}`)),
    );
    expect(said.map((line) => /address=(\S+)/.exec(line)?.[1])).toEqual(['203.0.113.20', '127.0.0.1', '192.0.2.3']);
    await eventually('their rows', async () => {
      const trail = JSON.stringify((await admin.call('GET', '/audit?what=refused&limit=200')).body);
      return [1, 2, 3].every((nth) => trail.includes(`intruder-${nth}`)) ? true : undefined;
    });
  });
});

describe('a key that was entered', () => {
  const KEY = 'Canary4470Key';

  it('is not read back, and does not follow its address; the trail has who asked and who changed it', async () => {
    const [vendor, catcher] = [await ModelServer.start(), await ModelServer.start()];
    const own = { provider_id: 'acme', name: 'A', base_url: vendor.baseUrl, egress: 'private', needs_key: true };
    const said = [
      await admin.call('POST', '/providers', own),
      await admin.call('PUT', '/providers/acme/key', { key: KEY, origin: new URL(vendor.baseUrl).origin }),
      await admin.call('GET', '/providers'),
      await admin.call('GET', '/providers/acme'),
      await admin.call('PUT', '/providers/acme', { base_url: catcher.baseUrl }),
      await admin.call('POST', '/providers/acme/test', { model: 'well' }),
      await admin.call('GET', '/audit?limit=200'),
    ];
    expect(said.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200, 200, 200]);
    expect(JSON.stringify(said)).not.toContain(KEY);
    expect(said[5]?.body).toMatchObject({ ok: false, problem: 'key' });
    expect(catcher.seen).toEqual([]);
    const wanted = [
      'keys:read GET /api/v1/providers',
      'keys:read GET /api/v1/providers/acme',
      'write PUT /api/v1/providers/acme/key',
      'write PUT /api/v1/providers/acme',
    ];
    await eventually('their rows', async () => {
      const { items } = (await admin.call('GET', '/audit?limit=200')).body as unknown as AccessLog;
      const kept = items.map(({ what, detail }) => [what, detail['method'], detail['path']].join(' '));
      return wanted.every((row) => kept.includes(row)) ? true : undefined;
    });
    expect(log.lines.join()).not.toContain(KEY);
    await Promise.all([vendor.stop(), catcher.stop()]);
  });
});

describe('a body', () => {
  it.each([
    ['of another kind', '415 REQUEST.MEDIA_TYPE', 'content-type: text/plain\r\ncontent-length: 1\r\n\r\nx'],
    ['that is no JSON', '400 REQUEST.MALFORMED_JSON', 'content-type: application/json\r\ncontent-length: 1\r\n\r\n{'],
    ['that is too large', '413 REQUEST.TOO_LARGE', bodyOf(6_000_000)],
    ['that says no length and does not end', '413 REQUEST.TOO_LARGE', chunksOf(6_000_000)],
    ['that stops in the middle', '408 REQUEST.TIMEOUT', 'content-type: application/json\r\ncontent-length: 9\r\n\r\n{'],
    ['after headers that do not end', '408 REQUEST.TIMEOUT', 'x-a: 1\r\n'],
    ['after headers that are too large', '431 REQUEST.HEADERS_TOO_LARGE', `x-a: ${'a'.repeat(17_000)}\r\n\r\n`],
    ['after two lengths', '400 REQUEST.MALFORMED', 'content-length: 1\r\ncontent-length: 2\r\n\r\nx'],
    [
      'with a length and chunks',
      '400 REQUEST.MALFORMED',
      'content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
  ])('%s is refused, and the log says so', async (_what, refusal, rest) => {
    await expectRefused(async () => {
      const heard = await sayRaw(port, `${headOfWrite()}connection: close\r\n${rest}`);
      const [first, body] = [heard.slice(0, 12), heard.slice(heard.indexOf('\r\n\r\n') + 4)];
      return { status: Number(first.split(' ')[1]), code: /"code":"([^"]+)"/.exec(body)?.[1] };
    }, refusal);
  });

  it('of a socket that is too large ends the socket, and nothing else', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, {
      headers: { host: HOST, origin: ORIGIN, ...cookies() },
    });
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.send('x'.repeat(100_000));
    expect(await closed).toBe(1009);
    await log.with(0, 'Max payload size exceeded');
    expect((await mine.call('GET', '/groups')).status).toBe(200);
  });
});

/** Ways to write "one folder up". */
const UP = [
  ...[
    '../',
    '..%2f',
    '..%2F',
    '%2e%2e/',
    '%2e%2e%2f',
    '.%2e/',
    '%252e%252e%252f',
    '..%252f',
    '..\\',
    '..%5c',
    '%2e%2e%5c',
  ],
  ...['....//', '..;/', '%c0%ae%c0%ae/', '..%c0%af', '%uff0e%uff0e/', '..%00/', '.%00./', '/../', '//../', './../'],
];

describe('a path that leads out of a folder', () => {
  const places = ['/', '/samples/', '/assets/', '/api/', '/api/v1/sessions/'];
  const targets = ['secret.md', 'etc/passwd', 'package.json'];
  const paths = places.flatMap((place) =>
    UP.flatMap((up) => [1, 2, 6].flatMap((depth) => targets.map((target) => `${place}${up.repeat(depth)}${target}`))),
  );

  it('finds nothing but a refusal, and the log says so', async () => {
    const before = log.lines.length;
    for (const path of paths) {
      const { status, body } = await askRaw(port, path);
      expect([path, [400, 401, 404].includes(status), body.includes(CANARY)]).toEqual([path, true, false]);
    }
    await log.with(before + paths.length - 1, 'refused');
    expect(log.lines.length - before).toBe(paths.length);
  });

  it('finds no file of a session, and none of the machine', async () => {
    for (const up of UP) {
      const path = encodeURIComponent(`/${up.repeat(3)}etc/passwd`);
      const ask = () => mine.call('GET', `/sessions/${session}/files/history?path=${path}`);
      const { status, body } = await ask();
      expect([up, [400, 404].includes(status), JSON.stringify(body).includes('root:')]).toEqual([up, true, false]);
    }
    const write = { path: '/../../etc/passwd', content: 'x', base_version: null, reason: '' };
    expect((await mine.call('PUT', `/sessions/${session}/files`, write)).status).toBe(422);
  });
});

describe('line ends in what a caller says', () => {
  const evil = `%0d%0a${INJECTED}:%201`;
  it.each([
    ['an address', `/api/v1/sessions/${evil}`, []],
    ['an address of the page', `/${evil}`, []],
    ['a query', `/api/v1/sessions?q=${evil}`, []],
    ['a request id', '/api/v1/sessions', [`x-request-id: a${evil}`]],
    ['a request id, bare', '/api/v1/sessions', [`x-request-id: a\n${INJECTED}: 1`]],
    ['a trace', '/api/v1/sessions', [`traceparent: 00-${evil}`, `tracestate: a=${evil}`]],
    ['an address of a proxy', '/api/v1/sessions', [`x-forwarded-for: 1.2.3.4${evil}`, `x-forwarded-host: ${evil}`]],
    ['a cookie', '/api/v1/sessions', [`cookie: council_session=${evil}`]],
  ])('%s makes no header and no line of the log', async (_what, target, headers) => {
    const before = log.lines.length;
    const { status, head } = await askRaw(port, target, headers);
    expect(status).toBeGreaterThanOrEqual(200);
    expect(head.toLowerCase()).not.toContain(`\n${INJECTED}`);
    for (const line of log.lines.slice(before)) expect(line).not.toMatch(/[\r\n]/);
  });

  it.each([
    ['a carriage return', `x-request-id: a\r${INJECTED}: 1`],
    ['a NUL', 'x-request-id: a\0b'],
    ['a folded header', `x-a: 1\r\n ${INJECTED}: 1`],
  ])('%s in a header is no HTTP', async (_what, header) => {
    const before = log.lines.length;
    const { status, head } = await askRaw(port, '/api/v1/sessions', [header]);
    expect([400, 401]).toContain(status);
    expect(head.toLowerCase()).not.toContain(INJECTED);
    await log.with(before, `status=${status}`);
  });
});

describe('SQL in a query', () => {
  const values = [
    ...["'", '"', '%', '_', '\\', ';', '--', '/*', '`', '$1', ':x', '%%%', "\\'", '\u0000', '\ud83d', '😀', '漢字'],
    ...["' OR 1=1 --", "'; DROP TABLE users; --", '1; SELECT pg_sleep(5)', '1 OR 1=1', "') OR ('1'='1", '{}', '[]'],
    ...['-1', '0x10', '1e9', 'NaN', 'null', 'true', '99999999999999999999', 'x'.repeat(5_000), '\u202e', "a' || 'b"],
  ];

  it('is data, in every parameter of every route', async () => {
    const answer = await admin.call('GET', '/openapi.json');
    const described = describedQueries(answer.body as unknown as Parameters<typeof describedQueries>[0]);
    const nameOf = ({ method, path, name }: (typeof described)[number]): string => `${method} ${path} ${name}`;
    // What the description does not have would not be tried.
    const known = new Set(described.map(nameOf));
    const taken = takenFromQueries(app).map(nameOf);
    expect(taken.length).toBeGreaterThan(20);
    expect(taken.filter((one) => !known.has(one))).toEqual([]);
    expect([...new Set(described.map(({ method }) => method))].toSorted()).toEqual(['get', 'post']);
    const users = await app.get(DataSource).query<unknown[]>('SELECT * FROM users');
    const before = log.lines.length;
    const wrong: string[] = [];
    // A stream that is answered does not end; it takes what /events takes.
    for (const parameter of described.filter(({ path }) => !path.endsWith('/stream'))) {
      const path = parameter.path.replaceAll(/\{\w+\}/g, session);
      for (const value of values) {
        const query = `${parameter.name}=${encode(value)}`;
        const isRead = parameter.method === 'get';
        const { status, code } = isRead
          ? await admin.call('GET', `${path}?${query}`)
          : await admin.call('POST', `${path}?${query}`, { group_uuid: group, query: 'plan' });
        if (![200, 400, 404].includes(status)) wrong.push(`${path}?${query.slice(0, 60)}: ${status} ${code ?? ''}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(log.lines.slice(before).filter((line) => line.startsWith('error'))).toEqual([]);
    expect(await app.get(DataSource).query('SELECT * FROM users')).toEqual(users);
  });

  it('finds no more than the words say', async () => {
    const found = async (q: string) =>
      ((await admin.call('GET', `/sessions?q=${encode(q)}`)).body['items'] as unknown[]).length;
    expect(await found('secret')).toBe(1);
    for (const q of ['%', '_', "' OR 1=1 --", 's%t', 'secre_', '\\']) expect([q, await found(q)]).toEqual([q, 0]);
  });
});

describe('in single-user mode', () => {
  const heard = new HeardLog();
  let alone: NestFastifyApplication;
  let own: TestDatabase;
  let at = 0;

  beforeAll(async () => {
    own = await openTestDatabase({});
    alone = await createApp(await AppModule.forRoot(own.config), heard);
    await alone.listen(0, '127.0.0.1');
    at = (alone.getHttpServer().address() as { port: number }).port;
  });
  afterAll(async () => {
    await alone.close();
    await own.close();
  });

  it.each([
    ['a rebound name', 'HOST.NOT_ALLOWED', 'host: evil.example', []],
    ['a name that begins like its own', 'HOST.NOT_ALLOWED', 'host: localhost.evil.example', []],
    ['what a proxy has forwarded', 'REQUEST.FORWARDED', 'host: localhost', ['x-forwarded-for: 10.0.0.7']],
    ['the same by its standard', 'REQUEST.FORWARDED', 'host: localhost', ['forwarded: for=10.0.0.7']],
    ['a socket under a rebound name', 'HOST.NOT_ALLOWED', 'host: evil.example', SOCKET],
    ['a socket of a foreign page', 'ORIGIN.NOT_ALLOWED', 'host: localhost', [...SOCKET, `origin: ${EVIL}`]],
  ])('%s is refused, and the log says so', async (_what, code, host, headers) => {
    const before = heard.lines.length;
    const path = headers.includes('upgrade: websocket') ? '/ws' : '/api/v1/sessions';
    const answer = await sayRaw(
      at,
      `${[`GET ${path} HTTP/1.1`, host, 'x-request-id: alone', ...closing(headers), ...headers].join('\r\n')}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain(code);
    const line = await heard.with(before, `code=${code}`);
    expect(line).toContain('address=127.0.0.1');
    expect(line).toContain('request_id=alone');
  });
});
