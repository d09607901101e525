import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { council } from './command-line.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import { ModelServer } from './model-server.js';
import { SpawnedServer } from './spawned-server.mjs';

jest.setTimeout(TEST_TIMEOUT_MS);

const KEY = 'Canary7750Entered';
const [OLD, NEW] = ['0a'.repeat(32), Buffer.alloc(32, 7).toString('base64')];
let database: TestDatabase;
let models: ModelServer;

beforeAll(async () => {
  database = await openTestDatabase();
  models = await ModelServer.start();
});
afterAll(async () => {
  await models.stop();
  await database.close();
});

async function send(server: SpawnedServer, method: string, path: string, body: object): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/providers${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  expect(text).not.toContain(KEY);
  return text;
}

it('moves stored keys to a new master key while a server runs, and says what is wrong with another', async () => {
  const environment = { ...database.environment, COUNCIL_MASTER_KEY: OLD, COUNCIL_LOG_LEVEL: 'verbose' };
  const server = await SpawnedServer.start({ environment });
  const draft = { provider_id: 'acme', name: 'A', base_url: models.baseUrl, egress: 'private', needs_key: true };
  await send(server, 'POST', '', draft);
  await send(server, 'PUT', '/acme/key', { key: KEY, origin: new URL(models.baseUrl).origin });
  const with_ = (more: Record<string, string>, ...words: string[]) =>
    council(words, { ...database.environment, ...more });

  const listed = await with_({}, 'keys', 'list');
  expect(listed).toMatchObject({ code: 0, stdout: expect.stringMatching(/^acme {2}http:\/\/127\.0\.0\.1/) });
  expect(await with_({ COUNCIL_MASTER_KEY: NEW }, 'keys', 'rotate')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('VAULT.LOCKED'),
  });
  const both = { COUNCIL_MASTER_KEY: NEW, COUNCIL_MASTER_KEY_OLD: OLD };
  const rotated = await with_(both, 'keys', 'rotate');
  expect(rotated).toMatchObject({ code: 0, stdout: expect.stringContaining('sealed anew  acme') });
  expect((await with_(both, 'keys', 'rotate')).stdout).not.toContain('sealed anew');
  expect(await send(server, 'POST', '/acme/test', { model: 'well' })).toContain('"ok":true');
  expect(models.seen.at(-1)?.authorization).toBe(`Bearer ${KEY}`);
  await server.stop();
  expect(server.output).not.toContain(KEY);

  const started = await with_({ COUNCIL_MASTER_KEY: OLD }, 'serve');
  expect(started).toMatchObject({ code: 1, stderr: expect.stringContaining('COUNCIL_MASTER_KEY does not open') });
  expect(started.stderr).not.toContain(OLD);
  expect((await with_({ COUNCIL_MASTER_KEY: OLD }, 'doctor')).stdout).toMatch(/!! {2}stored keys/);
  expect((await with_({ COUNCIL_MASTER_KEY: NEW }, 'doctor')).stdout).toMatch(/ok {2}stored keys {3}acme/);
  expect(await with_({}, 'keys', 'clear')).toEqual({ code: 0, stdout: 'removed 1 stored keys\n', stderr: '' });
});
