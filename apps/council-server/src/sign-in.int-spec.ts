import { FirstAdmins, Identities, RateLimits, SignIns } from '@council/access';
import { currentWork } from '@council/telemetry';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { NO_RATES, PASSWORD, Person } from '../test/people.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

let database: TestDatabase;
let app: NestFastifyApplication;
let admin: Person;

beforeAll(async () => {
  database = await openTestDatabase({ HOST: '0.0.0.0', ...NO_RATES });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const sql = (text: string): Promise<unknown> => app.get(DataSource).query(text);
const claim = (token: string) =>
  Person.stranger(app).call('POST', '/auth/first-admin', { token, name: 'Ada', password: PASSWORD });

describe('the first admin', () => {
  it('is asked for where others can reach the server, and nothing else is answered', async () => {
    const me = await Person.stranger(app).call('GET', '/auth/me');
    expect(me.body).toEqual({ mode: 'users', needs_first_admin: true, role: null, user: null, groups: [] });
    expect(await Person.stranger(app).call('GET', '/agents')).toMatchObject({ status: 401, code: 'AUTH.REQUIRED' });
  });

  it('is made by a token that holds an hour, once, and is one a database', async () => {
    const token = await app.get(FirstAdmins).offer();
    expect(await app.get(FirstAdmins).offer()).toBeNull();
    expect(await claim('another token')).toMatchObject({ status: 401, code: 'AUTH.FIRST_ADMIN_WRONG' });
    await sql(`UPDATE first_admin SET expires_at = now() - interval '1 second'`);
    expect(await claim(token ?? '')).toMatchObject({ status: 401, code: 'AUTH.FIRST_ADMIN_WRONG' });
    const second = (await app.get(FirstAdmins).offer()) ?? '';
    const tries = await Promise.all([claim(second), claim(second), claim(second)]);
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
    expect(await app.get(FirstAdmins).offer()).toBeNull();
    expect(await app.get(Identities).hasUsers()).toBe(true);
    admin = await Person.signedIn(app, 'ada');
    expect((await admin.call('GET', '/auth/me')).body).toMatchObject({ role: 'admin', user: { name: 'Ada' } });
  });
});

describe('a cookie', () => {
  it('says to whatever is done for its request, and to the log, who speaks', async () => {
    const speakers: (string | undefined)[] = [];
    const limits = app.get(RateLimits);
    const take = limits.take.bind(limits);
    const spy = jest.spyOn(limits, 'take').mockImplementation(async (...asked) => {
      speakers.push(currentWork()?.userId);
      await take(...asked);
    });
    await admin.call('GET', '/agents');
    spy.mockRestore();
    const { user } = (await admin.call('GET', '/auth/me')).body as { user: { user_uuid: string } };
    expect(speakers).toEqual([user.user_uuid]);
  });

  it('is worth nothing once its owner has signed out, and nothing when it was made up', async () => {
    const person = await admin.add('replay', 'member');
    expect((await person.call('GET', '/agents')).status).toBe(200);
    expect((await person.call('POST', '/auth/sign-out')).status).toBe(204);
    expect(await person.call('GET', '/agents')).toMatchObject({ status: 401, code: 'AUTH.REQUIRED' });
    for (const value of ['x', 'a'.repeat(43), `${Date.now() + 1e9}.forged`, "' OR 1=1 --"]) {
      const forged = admin.but({ cookie: `council_session=${value}` });
      expect((await forged.call('GET', '/agents')).status).toBe(401);
    }
  });

  it('ends by itself: after its time, and when nothing was heard of it for a day', async () => {
    const person = await Person.signedIn(app, 'replay');
    await sql(`UPDATE sign_ins SET seen_at = now() - interval '25 hours' WHERE user_uuid <> (
      SELECT user_uuid FROM users WHERE name = 'Ada')`);
    expect((await person.call('GET', '/agents')).status).toBe(401);
    const again = await Person.signedIn(app, 'replay');
    await sql(`UPDATE sign_ins SET expires_at = now() WHERE user_uuid <> (
      SELECT user_uuid FROM users WHERE name = 'Ada')`);
    expect((await again.call('GET', '/agents')).status).toBe(401);
  });

  it('writes nothing without the header that only our page can set, nor from elsewhere', async () => {
    const draft = { name: 'Group of Ada', default_agent_uuids: [] };
    expect((await admin.call('POST', '/groups', draft)).status).toBe(201);
    for (const token of ['', 'guess', admin.credentials['cookie'] ?? '']) {
      const answer = await admin.but({ 'x-csrf-token': token }).call('POST', '/groups', draft);
      expect(answer).toMatchObject({ status: 403, code: 'AUTH.CSRF' });
    }
    const other = await Person.signedIn(app, 'ada');
    const swapped = admin.but({ 'x-csrf-token': other.credentials['x-csrf-token'] ?? '' });
    expect(await swapped.call('POST', '/groups', draft)).toMatchObject({ code: 'AUTH.CSRF' });
    for (const origin of ['', 'https://evil.example', 'null']) {
      expect(await admin.but({ origin }).call('POST', '/groups', draft)).toMatchObject({
        status: 403,
        code: 'ORIGIN.NOT_ALLOWED',
      });
    }
  });
});

describe('passwords', () => {
  it('are slowed when they are guessed, for that address and name alone', async () => {
    const guesser = Person.stranger(app, '198.51.100.9');
    const guess = (password: string) => guesser.call('POST', '/auth/sign-in', { name: 'ADA', password });
    for (let round = 0; round < 5; round += 1) expect((await guess('wrong password')).status).toBe(401);
    const slowed = await guess(PASSWORD);
    expect(slowed).toMatchObject({ status: 429, code: 'AUTH.SLOWED' });
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    expect((await Person.signedIn(app, 'ada')).credentials).toHaveProperty('cookie');
    await sql('UPDATE sign_in_tries SET blocked_until = now()');
    expect((await guess(PASSWORD)).status).toBe(204);
  });

  it('give a name that nobody has the same answers', async () => {
    const stranger = Person.stranger(app, '198.51.100.10');
    const answers = [];
    for (let round = 0; round < 6; round += 1) {
      answers.push(await stranger.call('POST', '/auth/sign-in', { name: 'nobody', password: 'wrong' }));
    }
    expect(answers.map(({ code }) => code)).toEqual([
      ...Array<string>(5).fill('AUTH.CREDENTIALS_WRONG'),
      'AUTH.SLOWED',
    ]);
  });

  it('are judged one after the other for a name, however many come at once', async () => {
    const guesser = Person.stranger(app, '198.51.100.11');
    const all = await Promise.all(
      Array.from({ length: 10 }, () => guesser.call('POST', '/auth/sign-in', { name: 'ada', password: 'wrong' })),
    );
    expect(all.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(all.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
  });

  it('change with the old one, and end what is signed in elsewhere', async () => {
    const here = await admin.add('changer', 'viewer');
    const elsewhere = await Person.signedIn(app, 'changer');
    const change = (current_password: string) =>
      here.call('PUT', '/auth/password', { current_password, new_password: 'another-long-one' });
    expect(await change('not mine')).toMatchObject({ status: 401, code: 'AUTH.CREDENTIALS_WRONG' });
    const mine = "FROM users WHERE name = 'changer'";
    const [old] = (await sql(`SELECT user_uuid, password_hash ${mine}`)) as [
      Record<'user_uuid' | 'password_hash', string>,
    ];
    expect((await change(PASSWORD)).status).toBe(204);
    // A sign-in that had looked at the old one when it was changed.
    await expect(app.get(SignIns).open(old.user_uuid, old.password_hash)).rejects.toMatchObject({
      code: 'AUTH.CREDENTIALS_WRONG',
    });
    expect((await here.call('GET', '/agents')).status).toBe(200);
    expect((await elsewhere.call('GET', '/agents')).status).toBe(401);
  });

  it('are never short, never shown and never kept', async () => {
    expect(await admin.call('POST', '/users', { name: 'short', role: 'viewer', password: 'short' })).toMatchObject({
      status: 422,
      code: 'REQUEST.INVALID',
    });
    expect(JSON.stringify((await admin.call('GET', '/users')).body)).not.toMatch(/argon2|password/);
    expect(JSON.stringify(await sql('SELECT * FROM users'))).not.toContain(PASSWORD);
  });
});

describe('users', () => {
  it('lose everything at once when they are disabled', async () => {
    const person = await admin.add('leaver', 'member');
    const made = await person.call('POST', '/tokens', { name: 'mine', scope: 'write' });
    const program = Person.withToken(app, String(made.body['token']));
    expect((await program.call('GET', '/agents')).status).toBe(200);
    const users = (await admin.call('GET', '/users')).body as unknown as { name: string; user_uuid: string }[];
    const uuid = users.find(({ name }) => name === 'leaver')?.user_uuid ?? '';
    expect((await admin.call('PUT', `/users/${uuid}`, { is_disabled: true })).status).toBe(200);
    expect((await person.call('GET', '/agents')).status).toBe(401);
    expect((await program.call('GET', '/agents')).status).toBe(401);
    const again = await Person.stranger(app).call('POST', '/auth/sign-in', { name: 'leaver', password: PASSWORD });
    expect(again.code).toBe('AUTH.CREDENTIALS_WRONG');
    // Whoever is let in again signs in anew, and gives programs new tokens.
    expect((await admin.call('PUT', `/users/${uuid}`, { is_disabled: false })).status).toBe(200);
    expect((await person.call('GET', '/agents')).status).toBe(401);
    expect((await program.call('GET', '/agents')).status).toBe(401);
  });

  it('always have an admin among them, and no two of one name', async () => {
    const users = (await admin.call('GET', '/users')).body as unknown as { name: string; user_uuid: string }[];
    const uuid = users.find(({ name }) => name === 'Ada')?.user_uuid ?? '';
    for (const edit of [{ role: 'member' }, { is_disabled: true }]) {
      expect(await admin.call('PUT', `/users/${uuid}`, edit)).toMatchObject({ status: 409, code: 'USER.NO_ADMIN' });
    }
    expect(await admin.call('POST', '/users', { name: 'aDA', role: 'viewer', password: PASSWORD })).toMatchObject({
      status: 409,
      code: 'USER.NAME_TAKEN',
    });
  });

  it.each(['Ada\u200b', '\u202eadA', 'A\u00adda', 'Ada\u0085', 'Ada\u3164', 'Ada\ufe0f'])(
    'have no name that holds what nobody sees: %j',
    async (name) => {
      expect(await admin.call('POST', '/users', { name, role: 'viewer', password: PASSWORD })).toMatchObject({
        status: 422,
        code: 'REQUEST.INVALID',
      });
    },
  );
});

describe('tokens of programs', () => {
  it('do what their scope says, need no CSRF header, and make no other tokens', async () => {
    const read = await admin.call('POST', '/tokens', { name: 'reader', scope: 'read' });
    const reader = Person.withToken(app, String(read.body['token']));
    expect((await reader.call('GET', '/agents')).status).toBe(200);
    const draft = { name: 'G', default_agent_uuids: [] };
    expect(await reader.call('POST', '/groups', draft)).toMatchObject({ status: 403, code: 'AUTH.FORBIDDEN' });
    expect(await reader.call('POST', '/tokens', { name: 'more', scope: 'read' })).toMatchObject({
      code: 'AUTH.PEOPLE_ONLY',
    });
    const write = await admin.call('POST', '/tokens', { name: 'writer', scope: 'write' });
    const writer = Person.withToken(app, String(write.body['token']));
    expect((await writer.call('POST', '/groups', draft)).status).toBe(201);
    expect((await writer.call('GET', '/users')).status).toBe(403);
  });

  it('that only read take no token away, but writers and people do', async () => {
    const made = [];
    for (const scope of ['read', 'write'])
      made.push((await admin.call('POST', '/tokens', { name: scope, scope })).body);
    const [reader, writer] = made.map(({ token }) => Person.withToken(app, String(token)));
    const [read, write] = made.map(({ token_uuid: uuid }) => `/tokens/${String(uuid)}`);
    expect(await reader?.call('DELETE', write ?? '')).toMatchObject({ status: 403, code: 'AUTH.FORBIDDEN' });
    expect((await writer?.call('DELETE', read ?? ''))?.status).toBe(204);
    expect((await admin.call('DELETE', write ?? '')).status).toBe(204);
  });

  it('are not given more than their owner has, and are shown once', async () => {
    const viewer = await admin.add('looker', 'viewer');
    expect(await viewer.call('POST', '/tokens', { name: 'x', scope: 'write' })).toMatchObject({ code: 'TOKEN.SCOPE' });
    const made = await viewer.call('POST', '/tokens', { name: 'x', scope: 'read' });
    expect(String(made.body['token'])).toMatch(/^cnc_/);
    const list = JSON.stringify((await viewer.call('GET', '/tokens')).body);
    expect(list).toContain(String(made.body['token_uuid']));
    expect(list).not.toContain(String(made.body['token']));
    expect(list).not.toContain('reader');
    expect(JSON.stringify(await sql('SELECT * FROM api_tokens'))).not.toContain(String(made.body['token']));
  });

  it('end when they are revoked or expired; nobody revokes what is not theirs', async () => {
    const other = await admin.add('stranger', 'member');
    const made = await admin.call('POST', '/tokens', { name: 'short', scope: 'read', expires_in_days: 1 });
    const program = Person.withToken(app, String(made.body['token']));
    const path = `/tokens/${String(made.body['token_uuid'])}`;
    expect(await other.call('DELETE', path)).toMatchObject({ status: 404, code: 'TOKEN.NOT_FOUND' });
    expect((await program.call('GET', '/agents')).status).toBe(200);
    await sql(`UPDATE api_tokens SET expires_at = now() WHERE name = 'short'`);
    expect((await program.call('GET', '/agents')).status).toBe(401);
    expect((await admin.call('DELETE', path)).status).toBe(204);
    expect((await admin.call('DELETE', path)).status).toBe(404);
  });
});
