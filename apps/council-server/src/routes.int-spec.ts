import { FirstAdmins } from '@council/access';
import { SYSTEM_TEMPLATES } from '@council/migrations';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { eventually } from '../test/eventually.js';
import { HOST, NO_RATES, PASSWORD, Person } from '../test/people.js';
import { type DecidedRoute, decisionsOf, type Route, routesOf } from '../test/route-table.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

type Speaker = 'stranger' | 'viewer' | 'member' | 'admin';
const RANKS: readonly Speaker[] = ['stranger', 'viewer', 'member', 'admin'];
const REVIEW = 'a1f0c0de-0000-4000-8000-000000000001';
const ELSEWHERE = 'a1f0c0de-0000-4000-8000-00000000ffff';

const ASKED = {
  review_uuid: REVIEW,
  round: 1,
  reason: 'asked',
  timeout: 0,
  allow_skip: false,
  instructions: '',
  actions: ['approve'],
  draft: { conclusions: [], disagreements: [], actions: [] },
  document: null,
};

let database: TestDatabase;
let app: NestFastifyApplication;
let people: Record<Speaker, Person>;
/** A member of the server who belongs to no group. */
let outsider: Person;
let group = '';
let session = '';
let decided: readonly DecidedRoute[] = [];

beforeAll(async () => {
  database = await openTestDatabase({ HOST: '0.0.0.0', ...NO_RATES });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
  const token = (await app.get(FirstAdmins).offer()) ?? '';
  const first = { token, name: 'admin', password: PASSWORD };
  const made = await Person.stranger(app).call('POST', '/auth/first-admin', first);
  const admin = Person.withCookies(app, made.headers['set-cookie'] as string[]);
  const member = await admin.add('member', 'member');
  const viewer = await admin.add('viewer', 'viewer');
  outsider = await admin.add('outsider', 'member');
  people = { stranger: Person.stranger(app), viewer, member, admin };
  const draft = { name: 'Theirs', default_agent_uuids: [] };
  group = String((await member.call('POST', '/groups', draft)).body['group_uuid']);
  await member.call('PUT', `/groups/${group}/people`, { name: 'viewer', level: 'viewer' });
  const started = await member.call('POST', '/workflows/execute', {
    template_uuid: SYSTEM_TEMPLATES.debate,
    group_uuid: group,
    title: 'A secret plan',
    input: { document_content: 'We move in May.' },
  });
  session = String(started.body['session_uuid']);
  // What is asked while it runs would be withdrawn with its end.
  await eventually('the end of the session', async () => {
    const { body } = await member.call('GET', `/sessions/${session}`);
    return body['status'] === 'completed' ? true : undefined;
  });
  await app.get(DataSource).query(
    `INSERT INTO session_reviews (review_uuid, session_uuid, node_id, round, status, request, requested_at)
     VALUES ($1, $2, 'human', 1, 'pending', $3, now())`,
    [REVIEW, session, JSON.stringify(ASKED)],
  );
  await member.call('POST', '/memory/ingest', { group_uuid: group, content: 'The secret plan begins in May.' });
  decided = await decisionsOf(app, { host: HOST, ...admin.credentials });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

/** With an id that is there, where the address wants one. Nothing that has not been looked at is really there. */
function addressOf({ path, about }: DecidedRoute): string {
  const id = about === 'session' ? session : about === 'group' || about === 'group-owner' ? group : ELSEWHERE;
  return path
    .replace(':review_uuid', about === 'review' ? REVIEW : ELSEWHERE)
    .replace(':user_uuid', ELSEWHERE)
    .replace(':id', id);
}

function call(person: Person, route: DecidedRoute) {
  const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : {};
  return person.call(route.method as 'GET', addressOf(route), body);
}

/** Destroyers last, and what ends a sign-in after them. */
function inOrder(): readonly DecidedRoute[] {
  const rank = ({ method, path, about }: Route & { about?: string }): number =>
    path.endsWith('/sign-out')
      ? 4
      : method !== 'DELETE'
        ? 0
        : about === 'group-owner'
          ? path.endsWith(':id')
            ? 3
            : 2
          : 1;
  return decided
    .filter(({ path }) => /^\/(api|health)/.test(path) && !path.endsWith('/:id/stream'))
    .toSorted((a, b) => rank(a) - rank(b));
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

describe('the routes of the running application', () => {
  it('carry a decision, every one of them', () => {
    const known = new Set(decided.map(nameOf));
    const routes = routesOf(app).map(nameOf);
    expect(routes.length).toBeGreaterThan(80);
    expect(routes.filter((route) => !known.has(route))).toEqual([]);
    expect([...known].filter((route) => !routes.includes(route) && route !== 'GET /*' && route !== 'GET /')).toEqual(
      [],
    );
  });

  it("are closed to another group's people, by every way to a session, a review or a group", async () => {
    const theirs = decided.filter(({ about }) => about !== undefined && !['own', 'body'].includes(about));
    expect(theirs.length).toBeGreaterThan(30);
    for (const route of theirs) {
      const { status, code } = await call(outsider, route);
      expect([nameOf(route), status, code]).toEqual([nameOf(route), 404, expect.stringMatching(/\.NOT_FOUND$/)]);
    }
  });

  it("show another group's people nothing in lists, and take nothing for that group", async () => {
    for (const list of [
      '/sessions',
      '/sessions?q=secret',
      `/sessions?group_uuid=${group}`,
      '/reviews/pending',
      '/groups',
    ]) {
      const [theirs, mine] = [await outsider.call('GET', list), await people.viewer.call('GET', list)];
      expect([list, theirs.status, mine.status]).toEqual([list, 200, 200]);
      expect(JSON.stringify(theirs.body)).not.toMatch(new RegExp(`${session}|${group}|${REVIEW}`));
      expect(list + JSON.stringify(mine.body)).toMatch(new RegExp(`${session}|${group}|${REVIEW}`));
    }
    const start = { template_uuid: SYSTEM_TEMPLATES.debate, group_uuid: group, input: { document_content: 'x' } };
    for (const path of ['/workflows/execute', '/sessions/estimate']) {
      const answer = await outsider.call('POST', path, start);
      expect(answer).toMatchObject({ status: 422, body: { issues: [{ code: 'SESSION.GROUP_UNKNOWN' }] } });
    }
    const use = { group_uuid: group };
    expect(await outsider.call('POST', `/templates/${SYSTEM_TEMPLATES.debate}/instantiate`, use)).toMatchObject({
      code: 'SESSION.GROUP_UNKNOWN',
    });
    for (const path of ['query', 'ingest']) {
      const body = { group_uuid: group, content: 'x', query: 'secret plan' };
      expect(await outsider.call('POST', `/memory/${path}`, body)).toMatchObject({
        status: 404,
        code: 'GROUP.NOT_FOUND',
      });
    }
    const found = await people.viewer.call('POST', '/memory/query', { group_uuid: group, query: 'secret plan' });
    expect(JSON.stringify(found.body)).toContain('begins in May');
    const written = await people.viewer.call('POST', '/memory/ingest', { group_uuid: group, content: 'x' });
    expect(written.status).toBe(403);
  });

  it('let a reader of a group read, and no more', async () => {
    await people.admin.call('PUT', `/groups/${group}/people`, { name: 'outsider', level: 'viewer' });
    for (const route of decided.filter(({ about }) => about === 'session' || about === 'review')) {
      if (route.need === 'viewer') continue;
      expect([nameOf(route), (await call(outsider, route)).code]).toEqual([nameOf(route), 'AUTH.GROUP_FORBIDDEN']);
    }
    expect((await outsider.call('GET', `/sessions/${session}`)).status).toBe(200);
    const start = { template_uuid: SYSTEM_TEMPLATES.debate, group_uuid: group, input: { document_content: 'x' } };
    expect(await outsider.call('POST', '/workflows/execute', start)).toMatchObject({ code: 'AUTH.GROUP_FORBIDDEN' });
  });

  it('answer each role what the table says, and refuse all others', async () => {
    const wrong: string[] = [];
    for (const speaker of RANKS) {
      for (const route of inOrder()) {
        const { status, code, headers } = await call(people[speaker], route);
        if (!/\bno-store\b/.test(String(headers['cache-control'])))
          wrong.push(`${speaker}: ${nameOf(route)}: may be kept`);
        const isOpen = route.need === 'public' || route.need === 'health';
        const needed = isOpen ? 0 : RANKS.indexOf(route.need);
        const isAllowed = RANKS.indexOf(speaker) >= needed;
        const expected = isAllowed ? 'allowed' : speaker === 'stranger' ? 'AUTH.REQUIRED' : 'AUTH.FORBIDDEN';
        const isRefused = code === 'AUTH.REQUIRED' || code === 'AUTH.FORBIDDEN';
        const got = isRefused ? code : status >= 500 ? `${status}` : 'allowed';
        if (got !== expected) wrong.push(`${speaker}: ${nameOf(route)}: ${got}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
