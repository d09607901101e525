import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { ApiClient, debateOn } from './api-client.js';
import { council } from './command-line.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import { ModelServer } from './model-server.js';
import { readSample, samplePath } from './samples.js';
import { SpawnedServer } from './spawned-server.mjs';

jest.setTimeout(TEST_TIMEOUT_MS);

const KEY = 'Canary7750Entered';
const [OLD, NEW] = ['0a'.repeat(32), Buffer.alloc(32, 7).toString('base64')];
let database: TestDatabase;
let models: ModelServer;
let session = '';

beforeAll(async () => {
  database = await openTestDatabase();
  models = await ModelServer.start();
});
afterAll(async () => {
  await models.stop();
  await database.close();
});

/** A command with these variables beside those of the database. */
const with_ = (more: Record<string, string>, ...words: string[]) =>
  council(words, { ...database.environment, ...more });

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

it('moves stored keys to a new master key while a server runs', async () => {
  const environment = { ...database.environment, COUNCIL_MASTER_KEY: OLD, COUNCIL_LOG_LEVEL: 'verbose' };
  const server = await SpawnedServer.start({ environment });
  const api = new ApiClient(() => server);
  session = await api.execute(debateOn(readSample('examples/design-document.md')));
  await api.ended(session);
  const draft = { provider_id: 'acme', name: 'A', base_url: models.baseUrl, egress: 'private', needs_key: true };
  await send(server, 'POST', '', draft);
  await send(server, 'PUT', '/acme/key', { key: KEY, origin: new URL(models.baseUrl).origin });

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
});

it('says what is wrong with another master key, and stops only what lets models speak', async () => {
  const started = await with_({ COUNCIL_MASTER_KEY: OLD }, 'serve');
  expect(started).toMatchObject({ code: 1, stderr: expect.stringContaining('COUNCIL_MASTER_KEY does not open') });
  expect(started.stderr).not.toContain(OLD);
  const question = ['run', samplePath('examples/design-document.md'), '--objective', 'x'];
  expect(await with_({ COUNCIL_MASTER_KEY: OLD }, ...question)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('VAULT.LOCKED'),
  });
  // What only reads logs lets no model speak.
  for (const words of [['rebuild'], ['verify', session]]) {
    expect(await with_({ COUNCIL_MASTER_KEY: OLD }, ...words)).toMatchObject({ code: 0, stderr: '' });
  }
  expect((await with_({ COUNCIL_MASTER_KEY: OLD }, 'doctor')).stdout).toMatch(/!! {2}stored keys/);
  expect((await with_({ COUNCIL_MASTER_KEY: NEW }, 'doctor')).stdout).toMatch(/ok {2}stored keys {3}acme/);
  expect(await with_({}, 'keys', 'clear')).toEqual({ code: 0, stdout: 'removed 1 stored keys\n', stderr: '' });
});
