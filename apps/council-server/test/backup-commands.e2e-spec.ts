import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parseEnvironment } from '@council/config';
import { connect, Database } from '@council/persistence';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { council, type Run } from './command-line.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import { SpawnedServer } from './spawned-server.mjs';

jest.setTimeout(TEST_TIMEOUT_MS);

type Environment = Readonly<Record<string, string>>;

/** Without it no key could be stored, and nothing would read a database in which one is. */
const MASTER = { COUNCIL_MASTER_KEY: '5e'.repeat(32) };

let database: TestDatabase;
let folder: string;
let file: string;
/** Embedded, whatever the other is: where there is a server to test with, the backup crosses from one to the other. */
let empty: Environment;
let sessions: readonly string[];

beforeAll(async () => {
  database = await openTestDatabase(MASTER);
  folder = mkdtempSync(join(tmpdir(), 'council-backup-'));
  file = join(folder, 'council.backup');
  empty = { COUNCIL_NO_PROBE: '1', ...MASTER, COUNCIL_DATA_DIR: mkdtempSync(join(folder, 'data-')) };
  const plan = join(folder, 'plan.md');
  writeFileSync(
    plan,
    '# Plan\n\nWe move in the second quarter: “soon”, \\N, NULL and "quoted".\nNobody has measured it.\n',
  );
  const runs = [await on('run', plan, '-o', 'Decide.'), await on('run', plan, '-o', '{braces, and, commas}')];
  sessions = runs.map(({ stderr }) => /^session ([0-9a-f-]{36})$/m.exec(stderr)?.[1] ?? '');
  await ask(database.environment, async (query) => {
    await query("INSERT INTO embedding_models (model_id, dim) VALUES ('m', 3)");
    await query(`INSERT INTO embeddings (owner_kind, owner_uuid, scope_uuid, model_id, dim, content_hash, vector)
      VALUES ('memory', gen_random_uuid(), gen_random_uuid(), 'm', 3, 'h', '[0.1,-2.5e-07,3]')`);
    await query('UPDATE groups SET monthly_budget_usd = 0.1234567891');
  });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const on = (...words: string[]): Promise<Run> => council(words, database.environment);
const onEmpty = (...words: string[]): Promise<Run> => council(words, empty);

async function ask<T>(environment: Environment, work: (query: (sql: string) => Promise<unknown[]>) => Promise<T>) {
  const opened = await Database.open(parseEnvironment(environment));
  const dataSource = await connect(opened.options, 0);
  try {
    return await work((sql) => dataSource.query(sql));
  } finally {
    await dataSource.destroy();
    await opened.close();
  }
}

/** Every row of every table, as PostgreSQL writes it. */
function everything(environment: Environment): Promise<Record<string, unknown[]>> {
  return ask(environment, async (query) => {
    const tables = (await query(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
    )) as { readonly name: string }[];
    const rows: Record<string, unknown[]> = {};
    for (const { name } of tables) rows[name] = await query(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    return rows;
  });
}

const signedOut = (tables: Record<string, unknown[]>): Record<string, unknown[]> => ({ ...tables, sign_ins: [] });

describe('council-server backup and restore', () => {
  it('takes a backup while a server runs, which only its owner can read; a restore waits for the server to stop', async () => {
    const server = await SpawnedServer.start({ environment: database.environment });
    const stored = await fetch(`${server.url}/api/v1/providers/openai/key`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: 'sk-of-the-backup', origin: 'https://api.openai.com' }),
    });
    expect(stored.status).toBe(200);
    await ask(database.environment, async (query) => {
      await query("INSERT INTO users (name, name_key, role, password_hash) VALUES ('Ada', 'ada', 'admin', 'x')");
      await query(`INSERT INTO sign_ins (id_hash, user_uuid, expires_at)
        SELECT repeat('a', 64), user_uuid, now() + interval '1 day' FROM users`);
    });
    expect(await on('backup', file)).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^backed up \d+ rows\n$/),
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await on('backup', file)).toMatchObject({ code: 1, stderr: expect.stringContaining('BACKUP.FILE_EXISTS') });
    const refused = await on('restore', file, '--force');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('BACKUP.SERVER_RUNS') });
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    await server.stop();
  });

  it('is whole: restored into an empty database every row of every table is the same, but that nobody is signed in', async () => {
    const restored = await onEmpty('restore', file);
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringMatching(/^restored \d+ rows of \d+ tables/) });
    const [before, after] = [await everything(database.environment), await everything(empty)];
    expect(before['session_events']?.length).toBeGreaterThan(10);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect([before['users']?.length, before['sign_ins']?.length]).toEqual([1, 1]);
    for (const [table, rows] of Object.entries(signedOut(before))) expect([table, after[table]]).toEqual([table, rows]);
    expect(sessions).toHaveLength(2);
    for (const session of sessions) {
      expect(await onEmpty('verify', session)).toMatchObject({ code: 0, stdout: expect.stringContaining('OK') });
    }
  });

  it('replaces what is there only when it is told to, and goes back the other way', async () => {
    const other = await openTestDatabase(MASTER);
    const back = join(folder, 'back.backup');
    expect((await onEmpty('backup', back)).code).toBe(0);
    expect((await council(['restore', back], other.environment)).code).toBe(0);
    const refused = await council(['restore', back], other.environment);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('BACKUP.NOT_EMPTY') });
    expect((await council(['restore', back, '--force'], other.environment)).code).toBe(0);
    expect(await everything(other.environment)).toEqual(signedOut(await everything(database.environment)));
    await other.close();
  });

  it('of an older schema is brought to the present one', async () => {
    const older = await openTestDatabase(MASTER);
    const old = join(folder, 'old.backup');
    expect(await council(['seed'], older.environment)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('seeded '),
    });
    const before = await everything(older.environment);
    const newest = /reverted (\w+)/.exec((await council(['migrate', 'down'], older.environment)).stdout)?.[1];
    expect(await council(['seed'], older.environment)).toMatchObject({ code: 3, stdout: '' });
    expect((await council(['migrate', 'status'], older.environment)).code).toBe(3);
    expect((await council(['backup', old], older.environment)).code).toBe(0);
    expect((await council(['restore', old, '--force'], older.environment)).code).toBe(0);
    const { stdout, code } = await council(['migrate', 'status'], older.environment);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`applied  ${newest ?? ''}`)]);
    const after = await everything(older.environment);
    const { schema_migrations: _when, ...rows } = after;
    expect({ ...rows, schema_migrations: before['schema_migrations'] }).toEqual(before);
    await older.close();
  });

  const text = () => gunzipSync(readFileSync(file)).toString('utf8');
  it.each([
    ['a changed row', () => gzipSync(text().replace('Nobody has measured', 'Somebody has measured')), 'BACKUP.DAMAGED'],
    ['an unknown migration', () => gzipSync(resigned('"schema":[', '"schema":["Later9999999999999",')), 'BACKUP.NEWER'],
  ])('writes nothing of %s', async (_what, make, code) => {
    const bad = join(folder, 'bad.backup');
    writeFileSync(bad, make());
    const place = { COUNCIL_NO_PROBE: '1', ...MASTER, COUNCIL_DATA_DIR: mkdtempSync(join(folder, 'bad-')) };
    expect(await council(['restore', bad], place)).toMatchObject({ code: 1, stderr: expect.stringContaining(code) });
    expect(Object.keys(await everything(place)).filter((name) => name !== 'schema_migrations')).toEqual([]);
  });

  /** As a later release would write it: its checksum fits. */
  function resigned(from: string, to: string): string {
    const body = text()
      .replace(/\{"end".*\n$/, '')
      .replace(from, to);
    const rows = body.split('\n').length - 2;
    return `${body}${JSON.stringify({ end: { rows, sha256: createHash('sha256').update(body).digest('hex') } })}\n`;
  }
});
