import type { AccessLog } from '@council/contracts';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { eventually } from '../test/eventually.js';
import { PASSWORD, Person } from '../test/people.js';
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

  it('is read page by page', async () => {
    const first = (await admin.call('GET', '/audit?limit=2')).body as unknown as AccessLog;
    const next = `/audit?limit=2&cursor=${first.next_cursor ?? ''}`;
    const second = (await admin.call('GET', next)).body as unknown as AccessLog;
    const ids = [...first.items, ...second.items].map(({ audit_uuid }) => audit_uuid);
    expect(new Set(ids).size).toBe(4);
    expect(await admin.call('GET', '/audit?cursor=x')).toMatchObject({ status: 400, code: 'QUERY.CURSOR' });
  });
});
