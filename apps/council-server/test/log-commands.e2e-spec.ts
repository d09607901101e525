import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Report, SessionExport, Verification } from '@council/contracts';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { council, type Run } from './command-line.js';
import { TEST_TIMEOUT_MS } from './eventually.js';

jest.setTimeout(TEST_TIMEOUT_MS);

/** A file proves itself: these commands get neither a database nor a folder for one. */
const NOWHERE = { COUNCIL_DATA_DIR: '/', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' };

let database: TestDatabase;
let rows: DataSource;
let folder: string;
let session: string;
let report: string;
let file: string;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = await database.connect();
  folder = mkdtempSync(join(tmpdir(), 'council-log-'));
  const plan = join(folder, 'plan.md');
  writeFileSync(plan, '# Plan\n\nWe move in the second quarter.\nNobody has measured the copy.\n');
  const held = await on('run', plan, '-o', 'Decide.');
  expect(held).toMatchObject({ code: 0 });
  report = held.stdout;
  session = /^session ([0-9a-f-]{36})$/m.exec(held.stderr)?.[1] ?? '';
  file = join(folder, 'session.json');
  expect(await on('export', session, '--out', file)).toEqual({ code: 0, stdout: '', stderr: '' });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const on = (...words: string[]): Promise<Run> => council(words, database.environment);
const beside = (...words: string[]): Promise<Run> => council(words, NOWHERE);
const exported = (): SessionExport => SessionExport.parse(JSON.parse(readFileSync(file, 'utf8')));
const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};

describe('council-server verify', () => {
  it('says that a log is intact, from the database and from a file without one', async () => {
    const { last_seq, head_hash } = exported();
    const words = `OK  ${last_seq} events\nsession  ${session}\nhead     ${head_hash ?? ''}\n`;
    expect(await on('verify', session)).toEqual({ code: 0, stdout: words, stderr: '' });
    expect(await beside('verify', file)).toEqual({ code: 0, stdout: words, stderr: '' });
    expect(await beside('verify', file, '--head', head_hash ?? '')).toMatchObject({ code: 0 });
    const unknown = await beside('verify', file, '--head', 'f'.repeat(64));
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('No event has the hash') });
  });

  it('names the first event that was changed, and ends with 1', async () => {
    const { events, ...more } = exported();
    const at = events.findIndex(({ event }) => event === 'message:completed');
    const spoken = events[at];
    const forged = events.with(at, { ...spoken, data: { ...(spoken?.data as object), content: 'Never.' } } as never);
    const run = await beside('verify', write('forged.json', { ...more, events: forged }));
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(`CHANGED  event ${at + 1} (message:completed) is not what was chained there\n`);
    const cut = await beside('verify', '--json', write('cut.json', { ...more, events: events.slice(0, -2) }));
    const { first_change } = Verification.parse(JSON.parse(cut.stdout));
    expect([cut.code, first_change]).toMatchObject([1, { seq: events.length - 1, problem: 'missing' }]);
  });

  it.each([
    ['nowhere.json', /nowhere\.json cannot be read: ENOENT \[LOG\.FILE\]/],
    ['plan.md', /plan\.md cannot be read: it is not JSON/],
    ['odd.json', /odd\.json is not an exported session/],
  ])('says what is wrong with %s', async (name, words) => {
    write('odd.json', { format: 'council-session/1', events: [{}] });
    const run = await beside('verify', join(folder, name));
    expect(run).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(words) });
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  it('of a session that is not there says so', async () => {
    const run = await on('verify', '00000000-0000-4000-8000-000000000000');
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('SESSION.NOT_FOUND') });
  });
});

describe('council-server replay', () => {
  it('makes the report of the session again: from a file, and with all projections gone', async () => {
    expect(await beside('replay', file)).toEqual({ code: 0, stdout: report, stderr: '' });
    for (const table of ['session_messages', 'session_files']) await rows.query(`DELETE FROM ${table}`);
    expect(await on('replay', session)).toEqual({ code: 0, stdout: report, stderr: '' });
    const json = await beside('replay', file, '--json');
    expect(Report.parse(JSON.parse(json.stdout))).toEqual(exported().report);
  });

  it('stops where it is told to, and shows a forgery', async () => {
    const { events, ...more } = exported();
    const early = await beside('replay', file, '--to', '2', '--json');
    expect(Report.parse(JSON.parse(early.stdout))).toMatchObject({ status: 'running', turns: [] });
    const at = events.findIndex(({ event }) => event === 'message:completed');
    const forged = events.map((event, index) =>
      index === at ? { ...event, data: { ...(event.data as object), content: 'I said no such thing.' } } : event,
    );
    const run = await beside('replay', write('forged.json', { ...more, events: forged }));
    expect([run.code, run.stdout === report]).toEqual([0, false]);
    expect(run.stdout).toContain('I said no such thing.');
    const unread = events.map((event, index) => (index === at ? { ...event, data: {} } : event));
    const broken = await beside('replay', write('broken.json', { ...more, events: unread }));
    expect(broken).toMatchObject({ code: 1, stderr: expect.stringContaining(`event ${at + 1} (message:completed)`) });
    expect(await beside('replay', file, '--to', 'now')).toMatchObject({ code: 2 });
  });
});

describe('council-server rebuild', () => {
  it('makes what is shown of a session again, and refuses a log that was changed', async () => {
    const count = async (): Promise<unknown> =>
      rows.query(
        'SELECT (SELECT count(*)::int FROM session_messages) AS said, count(*)::int AS written FROM session_files',
      );
    expect(await on('rebuild', session)).toEqual({ code: 0, stdout: `rebuilt ${session}\n`, stderr: '' });
    expect(await count()).toEqual([{ said: 3, written: 1 }]);
    await rows.query(`UPDATE session_events SET event = 'error' WHERE seq = 4`);
    const refused = await on('rebuild');
    expect(refused).toMatchObject({ code: 1, stdout: expect.stringMatching(/^refused .*event 4 \(error\)/) });
    expect(await on('verify', session)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^CHANGED {2}event 4 /),
    });
  });
});
