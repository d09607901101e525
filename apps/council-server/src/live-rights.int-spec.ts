import { Feeds } from '@council/council';
import { SYSTEM_TEMPLATES } from '@council/migrations';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { WebSocket } from 'ws';
import { eventually } from '../test/eventually.js';
import { HOST, NO_RATES, Person } from '../test/people.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const ADMIN_PASSWORD = 'from-the-environment';
const START = { template_uuid: SYSTEM_TEMPLATES.debate, input: { document_content: 'We move in May.' } };

const RATES = { RATE_WRITES: '1/8' };

interface Said {
  readonly event: string;
  readonly data?: { readonly code?: string; readonly session_uuid?: string };
}

let database: TestDatabase;
let app: NestFastifyApplication;
let port = 0;
let mine: Person;
let theirs: Person;
let reader: Person;
let session = '';

beforeAll(async () => {
  database = await openTestDatabase({ HOST: '0.0.0.0', COUNCIL_ADMIN_PASSWORD: ADMIN_PASSWORD, ...NO_RATES, ...RATES });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as { port: number }).port;
  const admin = await Person.signedIn(app, 'admin', ADMIN_PASSWORD);
  mine = await admin.add('mine', 'member');
  theirs = await admin.add('theirs', 'member');
  reader = await admin.add('reader', 'viewer');
  session = String((await theirs.call('POST', '/workflows/execute', START)).body['session_uuid']);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

/** A socket of somebody, and what it was told. */
class Line {
  readonly said: Said[] = [];
  closed: number | null = null;
  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.said.push(JSON.parse(data.toString()) as Said));
    socket.on('close', (code) => (this.closed = code));
  }

  static async open(person: Person): Promise<Line> {
    const { 'x-csrf-token': _, ...headers } = person.credentials;
    const line = new Line(new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { host: HOST, ...headers } }));
    await new Promise((resolve, reject) => {
      line.socket.once('open', resolve).once('error', reject);
    });
    return line;
  }

  /** What the command was answered, from the first frame on that is `wanted`. */
  async ask(command: object, wanted: (said: Said) => boolean): Promise<Said | undefined> {
    const from = this.said.length;
    this.socket.send(JSON.stringify(command));
    return eventually(
      'an answer',
      () => this.said.slice(from).find(wanted),
      () => JSON.stringify(this.said),
    );
  }

  /** The code of its refusal. */
  async refusal(command: object): Promise<string | undefined> {
    return (await this.ask(command, ({ event }) => event === 'error'))?.data?.code;
  }
}

describe('a socket', () => {
  it('is given to nobody who has not signed in, nor to a page of another site', async () => {
    const refused = (person: Person) => expect(Line.open(person)).rejects.toThrow(/Unexpected server response: (\d+)/);
    await refused(Person.stranger(app));
    await refused(Person.withToken(app, 'cnc_forged'));
    await refused(mine.but({ origin: 'https://evil.example' }));
    await refused(mine.but({ origin: '' }));
    await refused(mine.but({ cookie: 'council_session=forged' }));
  });

  it("knows nothing of other people's sessions, whatever is commanded", async () => {
    const line = await Line.open(mine);
    const data = { session_uuid: session };
    for (const command of [
      { cmd: 'subscribe', ...data },
      { cmd: 'pause_session', data },
      { cmd: 'resume_session', data },
      { cmd: 'user_input', data: { ...data, content: 'x' } },
    ]) {
      expect([command.cmd, await line.refusal(command)]).toEqual([command.cmd, 'SESSION.NOT_FOUND']);
    }
    expect((await mine.call('GET', `/sessions/${session}/stream`)).code).toBe('SESSION.NOT_FOUND');
    line.socket.terminate();
  });

  it('is shown the sessions that its own person starts, and no others', async () => {
    const [own, other] = [await Line.open(mine), await Line.open(theirs)];
    const started = String((await mine.call('POST', '/workflows/execute', START)).body['session_uuid']);
    await eventually('the session', () => own.said.find(({ data }) => data?.session_uuid === started));
    await other.ask({ cmd: 'ping' }, ({ event }) => event === 'pong');
    expect(other.said.filter(({ data }) => data?.session_uuid === started)).toEqual([]);
    own.socket.terminate();
    other.socket.terminate();
  });

  it('writes no more often than requests do', async () => {
    const line = await Line.open(mine);
    const said = { cmd: 'user_input', data: { session_uuid: session, content: 'x' } };
    for (let round = 0; round < 12; round += 1) line.socket.send(JSON.stringify(said));
    const codes = (): unknown[] => line.said.filter(({ event }) => event === 'error').map(({ data }) => data?.code);
    await eventually('the refusal', () => codes().find((code) => code === 'REQUEST.RATE'));
    expect(codes().filter((code) => code === 'SESSION.NOT_FOUND').length).toBeLessThanOrEqual(8);
    line.socket.terminate();
  });

  it('starts nothing for a viewer', async () => {
    const line = await Line.open(reader);
    expect(await line.refusal({ cmd: 'start_session', data: START })).toBe('AUTH.FORBIDDEN');
    line.socket.terminate();
  });

  it('shows a session no longer than it may be seen', async () => {
    const line = await Line.open(theirs);
    await line.ask({ cmd: 'subscribe', session_uuid: session }, ({ data }) => data?.session_uuid === session);
    const database = app.get(DataSource);
    const [row] = await database.query<{ created_by: string }[]>(
      'SELECT created_by FROM sessions WHERE session_uuid = $1',
      [session],
    );
    await database.query('UPDATE sessions SET created_by = NULL WHERE session_uuid = $1', [session]);
    await app.get(Feeds, { strict: false }).askAgain();
    const lost = await eventually('the loss', () => line.said.find(({ event }) => event === 'error'));
    expect(lost.data).toMatchObject({ code: 'SESSION.NOT_FOUND', session_uuid: session });
    await database.query('UPDATE sessions SET created_by = $2 WHERE session_uuid = $1', [session, row?.created_by]);
    line.socket.terminate();
  });

  it('ends with the sign-in that opened it', async () => {
    const line = await Line.open(theirs);
    await line.ask({ cmd: 'subscribe', session_uuid: session }, ({ data }) => data?.session_uuid === session);
    expect(line.said.filter(({ event }) => event === 'error')).toEqual([]);
    await theirs.call('POST', '/auth/sign-out');
    expect(await line.refusal({ cmd: 'ping' })).toBe('AUTH.REQUIRED');
    expect(await eventually('its end', () => line.closed ?? undefined)).toBe(1008);
  });
});
