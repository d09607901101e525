import { randomBytes } from 'node:crypto';
import { type AppConfig, parseEnvironment } from '@council/config';
import type { Problem, ProviderDetails } from '@council/contracts';
import { KeyVault, ProviderKeysRepository, ProviderRegistry } from '@council/llm-provider';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { ModelServer } from '../test/model-server.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const KEY = 'Canary9130Entered';
const OTHER_KEY = 'Canary9130Second';
const OF_THE_ENVIRONMENT = 'Canary9130Environment';
const [OLD, NEW] = [randomBytes(32).toString('hex'), randomBytes(32).toString('base64')];

let database: TestDatabase;
let app: NestFastifyApplication;
let server: ModelServer;
let elsewhere: ModelServer;

const configWith = (more: Record<string, string>): AppConfig =>
  parseEnvironment({ ...database.environment, COUNCIL_KEY_ACME: OF_THE_ENVIRONMENT, ...more });
async function start(more: Record<string, string>): Promise<NestFastifyApplication> {
  const started = await createApp(await AppModule.forRoot(configWith(more)), false);
  await started.init();
  await started.getHttpAdapter().getInstance().ready();
  return started;
}

beforeAll(async () => {
  database = await openTestDatabase();
  [server, elsewhere] = [await ModelServer.start(), await ModelServer.start()];
  app = await start({ COUNCIL_MASTER_KEY: OLD });
});
afterAll(async () => {
  await app.close();
  await server.stop();
  await elsewhere.stop();
  await database.close();
});

async function ask<Body = Problem>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  payload?: object,
  at = app,
) {
  const url = `/api/v1/providers${path}`;
  const sent = payload === undefined ? {} : { payload };
  const answer = await at.inject({ method, url, headers: { host: 'localhost' }, ...sent });
  for (const key of [KEY, OTHER_KEY, OF_THE_ENVIRONMENT]) expect(answer.body).not.toContain(key);
  return { status: answer.statusCode, body: JSON.parse(answer.body) as Body };
}
const originOf = ({ baseUrl }: ModelServer) => new URL(baseUrl).origin;
const put = (key: string, origin = originOf(server), at = app) => ask('PUT', '/acme/key', { key, origin }, at);
const acme = async () => (await ask<ProviderDetails>('GET', '/acme')).body;
const call = (at = app) => ask<{ readonly ok: boolean }>('POST', '/acme/test', { model: 'well' }, at);
const lastKey = ({ seen }: ModelServer) => seen.at(-1)?.authorization?.replace('Bearer ', '');

describe('a key that is entered in the app', () => {
  it('counts before that of the environment, and is nowhere to be read', async () => {
    const draft = { provider_id: 'acme', name: 'Acme', base_url: server.baseUrl, egress: 'private', needs_key: true };
    await ask('POST', '', draft);
    expect(await acme()).toMatchObject({ key_source: 'environment', key_stored_at: null, can_store_key: true });
    expect(await put(KEY)).toMatchObject({ status: 200, body: { key_source: 'vault', has_key: true } });
    expect((await acme()).key_stored_at).toMatch(/^\d{4}-/);
    expect(await call()).toMatchObject({ body: { ok: true } });
    expect(lastKey(server)).toBe(KEY);
    const rows: Record<string, Buffer>[] = await app.get(DataSource).query('SELECT * FROM provider_keys');
    expect(Buffer.concat(Object.values(rows[0] ?? {}).filter((value) => Buffer.isBuffer(value))).includes(KEY)).toBe(
      false,
    );
  });

  it('is replaced by another', async () => {
    const before = (await acme()).key_stored_at ?? '';
    await put(OTHER_KEY);
    await call();
    expect(lastKey(server)).toBe(OTHER_KEY);
    expect(((await acme()).key_stored_at ?? '') > before).toBe(true);
    await put(KEY);
  });

  it.each([
    ['a line break', { key: `${KEY}\nx: y` }, 422, 'REQUEST.INVALID'],
    ['nothing', { key: ' ' }, 422, 'REQUEST.INVALID'],
    ['an origin that is not the address', { origin: 'https://evil.example' }, 422, 'PROVIDER.WRONG_ORIGIN'],
  ])('is refused with %s', async (_what, more, status, code) => {
    const body = { key: KEY, origin: originOf(server), ...more };
    expect(await ask('PUT', '/acme/key', body)).toMatchObject({ status, body: { code } });
  });

  it('is refused for a provider that is not there, or to which none is sent', async () => {
    const body = { key: KEY, origin: 'http://127.0.0.1:11434' };
    expect(await ask('PUT', '/nobody/key', body)).toMatchObject({ status: 404 });
    expect(await ask('PUT', '/ollama/key', body)).toMatchObject({
      status: 409,
      body: { code: 'PROVIDER.KEY_NOT_NEEDED' },
    });
  });

  it('does not follow an address that was changed to catch it, and neither does the one behind it', async () => {
    await ask('PUT', '/acme', { base_url: elsewhere.baseUrl });
    expect(await acme()).toMatchObject({ has_key: false, key_source: 'vault', is_configured: false });
    expect(await call()).toMatchObject({ body: { ok: false, problem: 'key' } });
    expect(await ask('POST', '/acme/key', { origin: originOf(elsewhere) })).toMatchObject({
      status: 409,
      body: { code: 'PROVIDER.KEY_STORED' },
    });
    expect(await call()).toMatchObject({ body: { ok: false } });
    expect(elsewhere.seen).toEqual([]);
    await ask('PUT', '/acme', { base_url: server.baseUrl });
    expect(await call()).toMatchObject({ body: { ok: true } });
    expect(lastKey(server)).toBe(KEY);
  });

  it('opens neither as that of another provider nor for another origin: the row is of no use elsewhere', async () => {
    const dataSource = app.get(DataSource);
    const move = (column: string, value: string) =>
      dataSource.query(`UPDATE provider_keys SET ${column} = $1, stored_at = now()`, [value]);
    await move('origin', originOf(elsewhere));
    await expect(app.get(KeyVault).openAll()).rejects.toMatchObject({ code: 'VAULT.LOCKED' });
    await move('origin', originOf(server));
    await move('provider_id', 'openai');
    await expect(app.get(KeyVault).openAll()).rejects.toMatchObject({ code: 'VAULT.LOCKED' });
    await move('provider_id', 'acme');
    expect((await app.get(KeyVault).openAll()).get('acme')).toMatchObject({ apiKey: KEY });
  });
});

describe('the master key', () => {
  it.each([
    ['another', { COUNCIL_MASTER_KEY: NEW }, 'does not open the keys that are stored for acme'],
    ['none', {}, 'COUNCIL_MASTER_KEY is not set, and keys are stored for acme'],
  ])('%s opens nothing, in words that say what to set', async (_what, more, words) => {
    const vault = new KeyVault(app.get(ProviderKeysRepository), configWith(more));
    await expect(vault.openAll()).rejects.toMatchObject({
      code: 'VAULT.LOCKED',
      message: expect.stringContaining(words),
      detail: expect.stringContaining('council-server keys clear'),
    });
  });

  it('is changed while a server runs: its keys stay in use, and nothing is stored that others could not open', async () => {
    await app.get(ProviderRegistry).refresh();
    await ask('POST', '', {
      provider_id: 'second',
      name: 'B',
      base_url: server.baseUrl,
      egress: 'private',
      needs_key: true,
    });
    await ask('PUT', '/second/key', { key: OTHER_KEY, origin: originOf(server) });
    const next = await start({ COUNCIL_MASTER_KEY: NEW, COUNCIL_MASTER_KEY_OLD: OLD });
    const keys = next.get(ProviderKeysRepository);
    // As a rotation that was killed after its first row leaves it.
    const rotation = new KeyVault(
      Object.assign(Object.create(keys) as ProviderKeysRepository, {
        findAll: async () => (await keys.findAll()).slice(0, 1),
      }),
      configWith({ COUNCIL_MASTER_KEY: NEW, COUNCIL_MASTER_KEY_OLD: OLD }),
    );
    expect(await rotation.rotate()).toEqual(['acme']);
    for (const each of [app, next]) {
      await each.get(ProviderRegistry).refresh();
      expect(await call(each)).toMatchObject({ body: { ok: true } });
      expect(lastKey(server)).toBe(KEY);
    }
    expect(await next.get(KeyVault).rotate()).toEqual(['second']);
    expect(await next.get(KeyVault).rotate()).toEqual([]);
    await app.get(ProviderRegistry).refresh();
    expect(await call()).toMatchObject({ body: { ok: true } });
    expect(await put(KEY)).toMatchObject({ status: 409, body: { code: 'VAULT.LOCKED' } });
    await next.close();
    const after = await start({ COUNCIL_MASTER_KEY: NEW });
    expect(await call(after)).toMatchObject({ body: { ok: true } });
    expect(lastKey(server)).toBe(KEY);
    expect(await ask('DELETE', '/acme/key', undefined, after)).toMatchObject({ body: { key_source: 'environment' } });
    await call(after);
    expect(lastKey(server)).toBe(OF_THE_ENVIRONMENT);
    await ask('DELETE', '/second/key', undefined, after);
    await after.close();
  });

  it('is needed to store a key, and the answer says which variable', async () => {
    const without = await start({});
    const refused = await put(KEY, originOf(server), without);
    expect(refused).toMatchObject({ status: 409, body: { code: 'VAULT.NO_MASTER_KEY' } });
    expect(JSON.stringify(refused.body)).toContain('COUNCIL_MASTER_KEY_FILE');
    await without.close();
  });

  it.each(['', 'short', 'g'.repeat(64), `${'A'.repeat(42)} =`, 'a'.repeat(62)])(
    'is 32 bytes, and %j is none',
    (text) => {
      const parse = () => parseEnvironment({ COUNCIL_MASTER_KEY: text });
      if (text === '') expect(parse().masterKey).toBeUndefined();
      else expect(parse).toThrow(/COUNCIL_MASTER_KEY must be 32 bytes in hex or base64/);
      if (text !== '') expect(parse).not.toThrow(text);
    },
  );

  it('is not shown by what holds it', () => {
    const config = parseEnvironment({ COUNCIL_MASTER_KEY: OLD });
    expect(JSON.stringify(config)).not.toContain(OLD);
    expect(config.masterKey?.export().toString('hex')).toBe(OLD);
  });
});
