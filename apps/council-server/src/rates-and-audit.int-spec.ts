import { AuditTrail, UsersService } from '@council/access';
import type { AccessLog } from '@council/contracts';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { eventually } from '../test/eventually.js';
import { HOST, PASSWORD, Person } from '../test/people.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const ADMIN_PASSWORD = 'from-the-environment';

let database: TestDatabase;
let app: NestFastifyApplication;
let admin: Person;

beforeAll(async () => {
  database = await openTestDatabase({
    HOST: '0.0.0.0',
    COUNCIL_ADMIN_PASSWORD: ADMIN_PASSWORD,
    RATE_WRITES: '1/4',
    RATE_READS: '600/200',
    RATE_EXECUTE: '1/1',
  });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
  admin = await Person.signedIn(app, 'admin', ADMIN_PASSWORD);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

describe('COUNCIL_ADMIN_PASSWORD', () => {
  it('makes the first admin, and nobody is asked for a token', async () => {
    expect((await admin.call('GET', '/auth/me')).body).toMatchObject({
      mode: 'users',
      needs_first_admin: false,
      role: 'admin',
    });
  });
});

describe('limits', () => {
  it('say what is left, and when to come back; by user, not by the address that users share', async () => {
    const other = await admin.add('other', 'member');
    const draft = { name: 'G', default_agent_uuids: [] };
    const answers = [];
    for (let round = 0; round < 5; round += 1) answers.push(await other.call('POST', '/groups', draft));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 429]);
    expect(answers[0]?.headers).toMatchObject({ 'ratelimit-limit': '4', 'ratelimit-remaining': '3' });
    expect(answers[4]).toMatchObject({ code: 'REQUEST.RATE', headers: { 'ratelimit-remaining': '0' } });
    expect(Number(answers[4]?.headers['retry-after'])).toBeGreaterThan(30);
    expect((await admin.call('POST', '/groups', draft)).status).toBe(201);
    expect((await other.call('GET', '/groups')).status).toBe(200);
    const starts = [
      await other.call('POST', '/workflows/execute', {}),
      await other.call('POST', '/workflows/execute', {}),
    ];
    expect(starts.map(({ status }) => status)).toEqual([422, 429]);
    // Nobody is asked: without a key no call is made. It counts all the same.
    const tries = [
      await admin.call('POST', '/providers/openai/test', {}),
      await admin.call('POST', '/providers/openai/test', {}),
    ];
    expect(tries.map(({ status, headers }) => [status, headers['ratelimit-limit']])).toEqual([
      [200, '1'],
      [429, '1'],
    ]);
    const written = await other.call('POST', '/workflows/generate', {});
    expect([written.status, written.headers['ratelimit-limit']]).toEqual([422, '1']);
  });

  it('count strangers who are refused, by their house, and never health', async () => {
    const guess = (address: string) => Person.stranger(app, address).call('POST', '/groups', {});
    const statuses = [];
    for (const last of [1, 2, 3, 4, 5]) statuses.push((await guess(`2001:db8:1:2::${last}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429]);
    expect((await guess('2001:db8:1:3::1')).status).toBe(401);
    for (let round = 0; round < 250; round += 1) {
      expect((await Person.stranger(app, '203.0.113.9').call('GET', '/health/live')).status).toBe(200);
    }
  });

  it('count who signs in by address, whatever name they try', async () => {
    const statuses = [];
    for (let round = 0; round < 11; round += 1) {
      const body = { name: `name${round}`, password: PASSWORD };
      statuses.push((await Person.stranger(app, '203.0.113.10').call('POST', '/auth/sign-in', body)).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  });
});

describe('the trail', () => {
  const trail = async (what: string): Promise<AccessLog['items']> =>
    ((await admin.call('GET', `/audit?what=${what}&limit=200`)).body as unknown as AccessLog).items;

  it('has who signed in, who wrote, who read of keys, and who was refused what', async () => {
    await Person.stranger(app, '198.51.100.77').call('GET', '/sessions');
    const viewer = await admin.add('nosy', 'viewer');
    const hidden = '/sessions/a1f0c0de-0000-4000-8000-00000000ffff';
    await viewer.call('GET', '/providers');
    await viewer.call('GET', hidden);
    await viewer.but({ 'x-csrf-token': '' }).call('POST', '/groups', {});
    await admin.call('GET', '/providers');
    const refused = await eventually('the refusals', async () => {
      const items = await trail('refused');
      return items.filter(({ who }) => who === 'nosy').length >= 3 ? items : undefined;
    });
    const said = refused.map(({ who, detail }) => `${who} ${String(detail['path'])} ${String(detail['code'])}`);
    expect(said).toEqual(
      expect.arrayContaining([
        'stranger /api/v1/sessions AUTH.REQUIRED',
        'nosy /api/v1/providers AUTH.FORBIDDEN',
        `nosy /api/v1${hidden} SESSION.NOT_FOUND`,
        'nosy /api/v1/groups AUTH.CSRF',
        'other /api/v1/groups REQUEST.RATE',
      ]),
    );
    expect(refused.find(({ detail }) => detail['address'] === '198.51.100.77')).toBeDefined();
    expect((await trail('keys:read')).map(({ who }) => who)).toEqual(['admin']);
    expect((await trail('sign_in')).length).toBeGreaterThanOrEqual(3);
    expect((await trail('write')).map(({ who }) => who)).toContain('other');
    expect(JSON.stringify(await trail(''))).not.toMatch(new RegExp(`${PASSWORD}|${ADMIN_PASSWORD}`));
  });

  it('is not filled by whoever asks too often, and keeps all else of them', async () => {
    const note = (code: string, count: number): void => {
      const detail = { path: '/api/v1/groups', status: 429, code };
      for (let round = 0; round < count; round += 1)
        app.get(AuditTrail).note({ who: 'hasty', what: 'refused', detail });
    };
    note('REQUEST.RATE', 40);
    note('GROUP.NOT_FOUND', 30);
    const codes = await eventually('what was noted', async () => {
      const all = (await trail('refused&who=hasty')).map(({ detail }) => detail['code']);
      return all.filter((code) => code === 'GROUP.NOT_FOUND').length === 30 ? all : undefined;
    });
    expect(codes.filter((code) => code === 'REQUEST.RATE')).toHaveLength(10);
  });

  it('is read page by page', async () => {
    const first = (await admin.call('GET', '/audit?limit=2')).body as unknown as AccessLog;
    const next = `/audit?limit=2&cursor=${first.next_cursor ?? ''}`;
    const second = (await admin.call('GET', next)).body as unknown as AccessLog;
    const ids = [...first.items, ...second.items].map(({ audit_uuid }) => audit_uuid);
    expect(new Set(ids).size).toBe(4);
    expect(await admin.call('GET', '/audit?cursor=x')).toMatchObject({ status: 400, code: 'QUERY.CURSOR' });
  });

  it('is narrowed down to a person and to a time', async () => {
    const before = new Date().toISOString();
    await admin.call('GET', '/providers');
    const [mine] = await eventually('the entry', async () => {
      const found = await trail(`keys:read&since=${before}`);
      return found.length === 0 ? undefined : found;
    });
    expect(mine).toMatchObject({ who: 'admin', what: 'keys:read' });
    expect(await trail(`keys:read&until=${before}`)).not.toContainEqual(mine);
    expect(new Set((await trail('&who=nosy')).map(({ who }) => who))).toEqual(new Set(['nosy']));
    expect(await trail('&who=nos')).toEqual([]);
    for (const bad of ['since=yesterday', 'until=2026-11-01']) {
      expect(await admin.call('GET', `/audit?${bad}`)).toMatchObject({ status: 400, code: 'REQUEST.MALFORMED' });
    }
  });

  it('is taken away whole, as a table or as lines, by admins alone', async () => {
    const name = '=HYPERLINK("http://192.0.2.1")';
    const viewer = await admin.add(name, 'viewer');
    expect(await viewer.call('GET', '/audit/export?format=csv')).toMatchObject({ status: 403 });
    for (let written = 0; written < 450; written += 1) {
      app
        .get(AuditTrail)
        .note({ who: 'busy', what: 'write', detail: { status: 200, path: `/api/v1/agents/${written}` } });
    }
    const who = encodeURIComponent(name);
    await eventually('what was noted', async () => {
      const { text } = await admin.call('GET', '/audit/export?format=jsonl&who=busy');
      return text.split('\n').length > 450 && (await trail(`refused&who=${who}`)).length > 0 ? true : undefined;
    });
    const table = await admin.call('GET', '/audit/export?format=csv');
    expect(table.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
    expect(table.headers['content-disposition']).toMatch(/^attachment; filename="audit-[\d-]{10}\.csv"$/);
    expect(table.text).toContain(`"'=HYPERLINK(""http://192.0.2.1"")","refused"`);
    expect(table.text).not.toMatch(/(^|,)"?[=+@-]/m);

    const lines = (await admin.call('GET', '/audit/export?format=jsonl&who=busy')).text.trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as AccessLog['items'][number]);
    expect(new Set(entries.map(({ detail }) => detail['path'])).size).toBe(450);
    expect((await admin.call('GET', '/audit/export?format=xml')).status).toBe(400);
  });
});

describe('another spelling of an address', () => {
  /** Past the limit, which the admin has used up by now. */
  const added = async (name: string): Promise<Person> => {
    await app.get(UsersService).create({ name, role: 'member', password: PASSWORD });
    return Person.signedIn(app, name);
  };
  const spelled = async (who: Person, method: 'GET' | 'POST', url: string, body?: object): Promise<number> => {
    const { statusCode } = await app.inject({
      method,
      url,
      headers: { host: HOST, 'content-type': 'application/json', ...who.credentials },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    return statusCode;
  };

  it('is counted by the limit of what it calls', async () => {
    const speller = await added('speller');
    const statuses = [];
    for (const word of ['%65xecute', 'execut%65']) {
      statuses.push(await spelled(speller, 'POST', `/api/v1/workflows/${word}`, {}));
    }
    expect(statuses).toEqual([422, 429]);
  });

  it('is noted in the trail like any other', async () => {
    const writer = await added('writer');
    const since = new Date().toISOString();
    expect(await spelled(writer, 'POST', '/%61pi/v1/groups', { name: 'G', default_agent_uuids: [] })).toBe(201);
    expect(await spelled(admin, 'GET', '/%61pi/v1/providers')).toBe(200);
    await eventually('both entries', async () => {
      const { items } = (await admin.call('GET', `/audit?since=${since}`)).body as unknown as AccessLog;
      const said = items.map(({ who, what }) => `${who} ${what}`);
      return said.includes('writer write') && said.includes('admin keys:read') ? true : undefined;
    });
  });
});
