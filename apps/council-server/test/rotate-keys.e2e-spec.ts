import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseEnvironment } from '@council/config';
import {
  KeyVault,
  ModelEntity,
  ProviderEntity,
  ProviderKeyEntity,
  ProviderKeysRepository,
} from '@council/llm-provider';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { council } from './command-line.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import { LOOPBACK_ONLY } from './spawned-server.mjs';

jest.setTimeout(TEST_TIMEOUT_MS);

const PROGRAM = fileURLToPath(new URL('../../../bin/council-server.mjs', import.meta.url));
/** So many that a rotation is still at work when it is seen to have begun. */
const KEYS = 200;
const ORIGIN = 'https://models.example';
const [OLD, NEW] = ['0a'.repeat(32), 'f0'.repeat(32)];
const UNDER = {
  old: { COUNCIL_MASTER_KEY: OLD },
  new: { COUNCIL_MASTER_KEY: NEW },
  both: { COUNCIL_MASTER_KEY: NEW, COUNCIL_MASTER_KEY_OLD: OLD },
};

let database: TestDatabase;
let dataSource: DataSource;
let keys: ProviderKeysRepository;

const vault = (under: keyof typeof UNDER): KeyVault =>
  new KeyVault(keys, parseEnvironment({ ...database.environment, ...UNDER[under] }));
const nameOf = (index: number): string => `vendor-${String(index).padStart(3, '0')}`;
const keyOf = (id: string): string => `Canary6120-${id}`;

beforeAll(async () => {
  database = await openTestDatabase();
  dataSource = await database.connect([ProviderEntity, ModelEntity, ProviderKeyEntity]);
  keys = new ProviderKeysRepository(dataSource.getRepository(ProviderKeyEntity));
  const providers = dataSource.getRepository(ProviderEntity);
  const own = { icon: '', is_custom: true, base_url: `${ORIGIN}/v1`, key_variable: 'COUNCIL_KEY_VENDOR' };
  await providers.insert(
    Array.from({ length: KEYS }, (_, index) => {
      const id = nameOf(index);
      return { ...own, provider_id: id, name: id, sort_order: index };
    }),
  );
  const old = vault('old');
  for (let index = 0; index < KEYS; index += 1) await old.put(nameOf(index), keyOf(nameOf(index)), ORIGIN);
  await dataSource.query('CREATE TABLE sealed_under_old AS SELECT * FROM provider_keys');
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  await keys.deleteAll();
  await dataSource.query('INSERT INTO provider_keys SELECT * FROM sealed_under_old');
});

/** How many are sealed under which master key. */
async function counts(): Promise<readonly number[]> {
  const rows: { count: number }[] = await dataSource.query(
    'SELECT count(*)::int AS count FROM provider_keys GROUP BY master_key_id ORDER BY min(provider_id)',
  );
  return rows.map(({ count }) => count);
}

async function isMoving(atLeast: number): Promise<boolean> {
  const [moved = 0, rest] = await counts();
  return rest !== undefined && moved >= atLeast;
}

/** A rotation that is killed without warning as soon as so many keys are seen to be moved. */
async function killedRotation(atLeast: number): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, 'keys', 'rotate'], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], ...LOOPBACK_ONLY, ...database.environment, ...UNDER.both },
    stdio: 'ignore',
  });
  const ended = once(child, 'close');
  while (child.exitCode === null && !(await isMoving(atLeast))) await new Promise((resolve) => setImmediate(resolve));
  child.kill('SIGKILL');
  await ended;
  expect([child.exitCode, child.signalCode]).toEqual([null, 'SIGKILL']);
}

/** That each is the key that was entered. */
async function expectAllOpen(under: keyof typeof UNDER): Promise<void> {
  const opened = await vault(under).openAll();
  expect([...opened].map(([id, { apiKey, origin }]) => [id, apiKey, origin])).toEqual(
    Array.from({ length: KEYS }, (_, index) => [nameOf(index), keyOf(nameOf(index)), ORIGIN]),
  );
}

describe('keys rotate, killed in the middle', () => {
  it.each([1, 100])('after %i keys: each opens under one of the two, and a second run ends it', async (atLeast) => {
    await killedRotation(atLeast);
    const [moved = 0, rest = 0] = await counts();
    expect([moved >= atLeast, rest > 0, moved + rest]).toEqual([true, true, KEYS]);
    await expectAllOpen('both');
    await expect(vault('new').openAll()).rejects.toMatchObject({ code: 'VAULT.LOCKED' });
    await expect(vault('old').openAll()).rejects.toMatchObject({ code: 'VAULT.LOCKED' });
    const second = await council(['keys', 'rotate'], { ...database.environment, ...UNDER.both });
    expect([second.code, second.stdout.match(/^sealed anew/gm)?.length]).toEqual([0, rest]);
    await expectAllOpen('new');
  });

  it('more than once: what is moved stays moved', async () => {
    await killedRotation(1);
    const [first = 0] = await counts();
    await killedRotation(first + 1);
    const [second = 0] = await counts();
    expect(second).toBeGreaterThan(first);
    await expectAllOpen('both');
  });
});
