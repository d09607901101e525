import { readFileSync } from 'node:fs';
import type { LogEvent } from '@council/contracts';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { eventually, TEST_TIMEOUT_MS } from '../test/eventually.js';
import { NO_RATES, PASSWORD, Person } from '../test/people.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const COUNCIL_OPTIMIZE = 'c2264ddd-eb82-579e-9e40-36bba8d9924c';
const MEMO = readFileSync('examples/decision-memo.md', 'utf8');
const DOCUMENT = '/document.md';

let database: TestDatabase;
let app: NestFastifyApplication;

async function open(environment: Readonly<Record<string, string>>): Promise<void> {
  database = await openTestDatabase({ ...NO_RATES, ...environment });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
}

async function close(): Promise<void> {
  await app.close();
  await database.close();
}

const done = async (asking: Promise<{ readonly status: number; readonly text: string }>): Promise<void> => {
  const { status, text } = await asking;
  if (status >= 300) throw new Error(`${status} ${text}`);
};

/** A session that waits for a decision; `jonas` and `mira` steer it, and `jonas` ends it. What the log has of them. */
async function steer(jonas: Person, mira: Person, group: object): Promise<readonly LogEvent[]> {
  const input = { document_content: MEMO, optimization_objective: 'Can it be decided on Friday?' };
  const started = await jonas.call('POST', '/workflows/execute', { template_uuid: COUNCIL_OPTIMIZE, input, ...group });
  const path = `/sessions/${String(started.body['session_uuid'])}`;
  const review = await eventually('a review', async () => {
    const { waiting_for: waiting } = (await mira.call('GET', path)).body as { waiting_for: { review_uuid: string }[] };
    return waiting[0]?.review_uuid;
  });
  const draft = { path: '/notes.md', content: 'Ask the cleaners.', base_version: null, reason: 'before I forget' };
  await done(mira.call('PUT', `${path}/files`, draft));
  await done(jonas.call('POST', `${path}/files/rollback`, { path: '/notes.md', version: 1, reason: '' }));
  await done(mira.call('POST', `${path}/messages`, { content: 'Mind the January rota.' }));
  await done(jonas.call('POST', `${path}/control`, { action: 'pause' }));
  await done(mira.call('POST', `${path}/control`, { action: 'resume' }));
  const modified = { action: 'modify', data: { modified_content: '# Closed on Saturdays\n' } };
  await done(mira.call('POST', `/reviews/${review}/decision`, modified));
  const all = async (): Promise<readonly LogEvent[]> =>
    ((await jonas.call('GET', `${path}/events?limit=500`)).body as { events: LogEvent[] }).events;
  await eventually('her version', async () => {
    const moved = (await all()).some(({ event }) => event === 'document:moved');
    return moved ? true : undefined;
  });
  await done(jonas.call('POST', `${path}/control`, { action: 'stop' }));
  return all();
}

const dataOf = (events: readonly LogEvent[], name: LogEvent['event']) =>
  events.filter(({ event }) => event === name).map(({ data }) => data as Record<string, unknown>);

describe('where people sign in', () => {
  beforeAll(() => open({ HOST: '0.0.0.0', COUNCIL_ADMIN_PASSWORD: PASSWORD }));
  afterAll(close);

  it(
    'the log has who has written, spoken, decided, paused, resumed and stopped',
    async () => {
      const admin = await Person.signedIn(app, 'admin');
      const [jonas, mira] = [await admin.add('jonas', 'member'), await admin.add('mira', 'member')];
      const group = (await jonas.call('POST', '/groups', { name: 'G', default_agent_uuids: [] })).body['group_uuid'];
      await done(jonas.call('PUT', `/groups/${String(group)}/people`, { name: 'mira', level: 'member' }));
      const users = (await admin.call('GET', '/users')).text;
      const uuidOf = (name: string): unknown =>
        (JSON.parse(users) as { name: string; user_uuid: string }[]).find((user) => user.name === name)?.user_uuid;
      const person = (name: string) => ({ user_uuid: uuidOf(name), name });
      const events = await steer(jonas, mira, { group_uuid: group });

      const written = dataOf(events, 'file:written');
      expect(written.filter(({ path }) => path === '/notes.md')).toMatchObject([
        { author: 'mira', person: person('mira') },
        { author: 'jonas', person: person('jonas') },
      ]);
      const edited = written.find(({ reason }) => reason === 'review');
      expect(edited).toMatchObject({ path: DOCUMENT, author: 'mira', person: person('mira') });
      expect(dataOf(events, 'document:moved')[0]).toMatchObject({ by: 'mira', person: person('mira') });
      expect(dataOf(events, 'user:message')).toMatchObject([{ by: 'mira', person: person('mira') }]);
      expect(dataOf(events, 'review:decided')[0]).toMatchObject({ by: 'mira', person: person('mira') });
      expect(dataOf(events, 'execution:paused')[0]).toEqual({ reason: 'session_paused', person: person('jonas') });
      expect(dataOf(events, 'execution:resumed')[0]).toEqual({ reason: 'user', person: person('mira') });
      expect(dataOf(events, 'control:stop')).toEqual([{ reason: 'user', person: person('jonas') }]);
      // What came in with the session was written by nobody in particular.
      expect(written[0]).toMatchObject({ path: DOCUMENT, author: 'user' });
      expect(written[0]).not.toHaveProperty('person');
    },
    TEST_TIMEOUT_MS,
  );

  it('the trail has who signed in', async () => {
    const admin = await Person.signedIn(app, 'admin');
    const who = await eventually('the sign-ins', async () => {
      const { items } = (await admin.call('GET', '/audit?what=sign_in')).body as { items: { who: string }[] };
      return items.length >= 4 ? items.map((item) => item.who) : undefined;
    });
    expect(new Set(who)).toEqual(new Set(['admin', 'jonas', 'mira']));
  });
});

describe('in single-user mode', () => {
  beforeAll(() => open({}));
  afterAll(close);

  it(
    'the log is as it was',
    async () => {
      const owner = Person.stranger(app, '127.0.0.1').but({ host: 'localhost' });
      const events = await steer(owner, owner, {});
      expect(events.filter(({ data }) => 'person' in data)).toEqual([]);
      expect(dataOf(events, 'file:written').map(({ author }) => author)).toContain('user');
      expect(dataOf(events, 'control:stop')).toEqual([{ reason: 'user' }]);
      expect(dataOf(events, 'user:message')).toMatchObject([{ by: 'user' }]);
    },
    TEST_TIMEOUT_MS,
  );
});
