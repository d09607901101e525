import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  Agent,
  OfferedModels,
  Problem,
  ProviderDetails,
  ProviderList,
  ProviderPage,
  ProviderTest,
  SessionView,
} from '@council/contracts';
import { isTerminal } from '@council/council-core';
import { findPreset, ProviderRegistry } from '@council/llm-provider';
import { seed, SYSTEM_TEMPLATES } from '@council/migrations';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { eventually } from '../test/eventually.js';
import { ModelServer } from '../test/model-server.js';
import { readSample } from '../test/samples.js';
import { ScriptedUpstream, speaks } from '../test/scripted-upstream.mjs';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const KEYS = {
  OPENAI_API_KEY: 'Canary4711OpenAi',
  COUNCIL_KEY_ACME: 'Canary4711Acme',
  COUNCIL_KEY_LATE: 'Canary4711Late',
};
const PROVIDERS = '/api/v1/providers';
const PICKER = '/api/v1/llm/providers';
/** Public, and never called. */
const [HERE, ELSEWHERE] = ['https://93.184.216.34', 'https://93.184.216.35'];

let database: TestDatabase;
let app: NestFastifyApplication;
let server: ModelServer;

beforeAll(async () => {
  database = await openTestDatabase(KEYS);
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  server = await ModelServer.start();
});

afterAll(async () => {
  await app.close();
  await server.stop();
  await database.close();
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function ask<Body = Problem>(
  method: Method,
  path: string,
  payload?: object,
  read: (text: string) => Body = (text) => (text === '' ? undefined : JSON.parse(text)) as Body,
): Promise<{ readonly status: number; readonly body: Body }> {
  const sent = payload === undefined ? {} : { payload };
  const answer = await app.inject({ method, url: path, headers: { host: 'localhost' }, ...sent });
  for (const key of Object.values(KEYS)) expect(answer.body).not.toContain(key);
  return { status: answer.statusCode, body: read(answer.body) };
}

async function add(provider_id: string, more: object = {}): Promise<ProviderDetails> {
  const draft = { provider_id, name: `The ${provider_id}`, base_url: server.baseUrl, egress: 'private', ...more };
  const { status, body } = await ask<ProviderDetails>('POST', PROVIDERS, draft);
  expect([status, body]).toEqual([201, expect.anything()]);
  return body;
}
const listed = async (id: string) =>
  (await ask<ProviderList>('GET', PICKER)).body.providers.find(({ provider_id }) => provider_id === id);

describe('presets', () => {
  it('are listed as the gateway knows them', async () => {
    const { providers } = (await ask<ProviderList>('GET', PICKER)).body;
    expect(providers.length).toBeGreaterThan(8);
    for (const { provider_id, ...provider } of providers) {
      const preset = findPreset(provider_id);
      const { dialect, keyVariable, baseUrl } = preset ?? {};
      expect(provider).toMatchObject({ dialect, key_variable: keyVariable, base_url: baseUrl, is_custom: false });
      const { egress } = (await ask<ProviderDetails>('GET', `${PROVIDERS}/${provider_id}`)).body;
      expect([provider_id, egress]).toEqual([provider_id, preset?.egress]);
    }
  });

  it('can be edited, and the edit survives the seeds; what was not edited follows them', async () => {
    const edit = {
      name: 'My Mistral',
      icon: 'M',
      models: ['mine'],
      dialect: 'openrouter',
      quirks: { json_mode: 'none' },
    };
    expect(await ask('PUT', `${PROVIDERS}/mistral`, edit)).toMatchObject({ status: 200, body: { is_edited: true } });
    await ask('PUT', `${PROVIDERS}/google`, { is_enabled: false, limits: { max_concurrency: 2 } });
    await add('kept', { models: ['one', 'two'] });
    const dataSource = app.get(DataSource);
    await dataSource.query("UPDATE llm_providers SET name = 'an old seed' WHERE provider_id = 'google'");
    await seed(dataSource);
    expect((await ask('GET', `${PROVIDERS}/mistral`)).body).toMatchObject(edit);
    expect((await ask('GET', `${PROVIDERS}/kept`)).body).toMatchObject({ name: 'The kept', models: ['one', 'two'] });
    expect((await ask('GET', `${PROVIDERS}/google`)).body).toMatchObject({
      name: 'Google',
      is_enabled: false,
      is_edited: false,
      limits: { max_concurrency: 2, requests_per_minute: null },
    });
  });

  it('cannot be deleted, and their names cannot be taken', async () => {
    expect(await ask('DELETE', `${PROVIDERS}/openai`)).toMatchObject({
      status: 403,
      body: { code: 'PROVIDER.IS_PRESET' },
    });
    for (const provider_id of ['openai', 'gemini', 'custom', 'default', 'rehearsal', 'kept']) {
      const draft = { provider_id, name: 'x', base_url: HERE };
      expect(await ask('POST', PROVIDERS, draft)).toMatchObject({ status: 409, body: { code: 'PROVIDER.EXISTS' } });
    }
  });
});

describe('a server that needs no key', () => {
  it('is not called configured before somebody switches it on, and no longer when it is off', async () => {
    expect(await listed('ollama')).toMatchObject({ is_configured: false, is_enabled: false });
    await ask('PUT', `${PROVIDERS}/ollama`, { is_enabled: true });
    expect(await listed('ollama')).toMatchObject({ is_configured: true, is_enabled: true });
    await ask('PUT', `${PROVIDERS}/ollama`, { is_enabled: false });
    expect(await listed('ollama')).toMatchObject({ is_configured: false, is_enabled: false });
  });

  it('stands in both lists', async () => {
    const { items, next_cursor } = (await ask<ProviderPage>('GET', PROVIDERS)).body;
    const { providers } = (await ask<ProviderList>('GET', PICKER)).body;
    expect([items, next_cursor]).toEqual([providers, null]);
  });
});

describe('providers that are added', () => {
  it('come, change and go, and the list shows it at once', async () => {
    const made = await add('late', { needs_key: true, models: ['a', 'b'] });
    expect(made).toMatchObject({
      ...{ is_custom: true, is_configured: true, has_key: true, key_variable: 'COUNCIL_KEY_LATE', warning: null },
      effective_quirks: { reports_usage: false, max_tokens_name: 'max_tokens' },
    });
    expect(await listed('late')).toMatchObject({ name: 'The late', models: ['a', 'b'] });
    await ask('PUT', `${PROVIDERS}/late`, { name: 'Later', models: ['c'], is_enabled: false });
    expect(await listed('late')).toMatchObject({
      name: 'Later',
      models: ['c'],
      is_enabled: false,
      is_configured: false,
    });
    expect(await ask('DELETE', `${PROVIDERS}/late`)).toMatchObject({ status: 204 });
    expect(await listed('late')).toBeUndefined();
    for (const method of ['GET', 'DELETE'] as const) {
      expect(await ask(method, `${PROVIDERS}/late`)).toMatchObject({
        status: 404,
        body: { code: 'PROVIDER.NOT_FOUND' },
      });
    }
  });

  it.each([
    ['a name for the file of another key', { provider_id: 'acme-file' }, 'REQUEST.INVALID'],
    ['capitals', { provider_id: 'ACME' }, 'REQUEST.INVALID'],
    ['another scheme', { base_url: 'ftp://93.184.216.34/' }, 'REQUEST.INVALID'],
    ['a password in the address', { base_url: 'https://user:secret@93.184.216.34/' }, 'REQUEST.INVALID'],
    ['a variable of their choice', { key_variable: 'OPENAI_API_KEY' }, 'REQUEST.INVALID'],
    ['a private address', { base_url: 'http://10.0.0.7/v1' }, 'PROVIDER.ADDRESS_REFUSED'],
    ['loopback', { base_url: 'http://127.1:8080/v1' }, 'PROVIDER.ADDRESS_REFUSED'],
    ['metadata of a cloud', { base_url: 'http://169.254.169.254/v1', egress: 'private' }, 'PROVIDER.ADDRESS_REFUSED'],
    ['a proxy in a private network', { proxy_url: 'http://10.0.0.7:3128' }, 'PROVIDER.ADDRESS_REFUSED'],
    ['a password in the proxy', { proxy_url: 'http://user:secret@93.184.216.34/' }, 'REQUEST.INVALID'],
  ])('are refused with %s', async (_what, more, code) => {
    const answer = await ask('POST', PROVIDERS, { provider_id: 'refused', name: 'x', base_url: HERE, ...more });
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it('are refused an address later too', async () => {
    await add('mover', { base_url: HERE, egress: 'public' });
    const change = (edit: object) => ask('PUT', `${PROVIDERS}/mover`, edit);
    expect(await change({ base_url: 'http://10.0.0.7/v1' })).toMatchObject({
      body: { code: 'PROVIDER.ADDRESS_REFUSED' },
    });
    expect(await change({ base_url: null })).toMatchObject({ body: { code: 'PROVIDER.ADDRESS_NEEDED' } });
    expect(await change({ base_url: 'http://10.0.0.7/v1', egress: 'private' })).toMatchObject({ status: 200 });
    expect(await change({ egress: 'public' })).toMatchObject({ body: { code: 'PROVIDER.ADDRESS_REFUSED' } });
  });
});

describe("a key whose provider's address changes", () => {
  it('stays behind until the new origin is confirmed', async () => {
    const path = `${PROVIDERS}/openai`;
    const { body: moved } = await ask<ProviderDetails>('PUT', path, { base_url: `${ELSEWHERE}/v1` });
    expect(moved).toMatchObject({ has_key: false, is_configured: false, base_url: `${ELSEWHERE}/v1` });
    expect(moved.warning).toContain(ELSEWHERE);
    expect(await listed('openai')).toMatchObject({ has_key: false, warning: moved.warning });
    expect((await ask('POST', `${path}/test`, { model: 'm' })).body).toMatchObject({ ok: false, problem: 'key' });
    const wrong = await ask('POST', `${path}/key`, { origin: HERE });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'PROVIDER.WRONG_ORIGIN' } });
    const confirmed = await ask('POST', `${path}/key`, { origin: ELSEWHERE });
    expect(confirmed).toMatchObject({ status: 200, body: { has_key: true, is_configured: true, warning: null } });
    expect((await ask('PUT', path, { base_url: `${HERE}/v1` })).body).toMatchObject({ has_key: false });
    expect((await ask('PUT', path, { base_url: null })).body).toMatchObject({ has_key: true, warning: null });
  });
});

describe('trying a provider out', () => {
  const test = async (id: string, body: object) =>
    (await ask<ProviderTest>('POST', `${PROVIDERS}/${id}/test`, body)).body;
  beforeAll(async () => {
    await add('acme', { needs_key: true, timeouts: { first_token_ms: 2_000 } });
  });

  it('measures the first byte, with a model and without, also while it is switched off', async () => {
    await ask('PUT', `${PROVIDERS}/acme`, { is_enabled: false });
    for (const body of [{}, { model: 'well' }]) {
      const result = await test('acme', body);
      expect(result).toMatchObject({ ok: true, problem: null, advice: null, first_byte_ms: expect.any(Number) });
      expect(server.seen.at(-1)?.authorization).toBe(`Bearer ${KEYS.COUNCIL_KEY_ACME}`);
    }
    await ask('PUT', `${PROVIDERS}/acme`, { is_enabled: true });
  });

  it.each([
    ['wrong-key', 'key', /refused the key \(401\).*COUNCIL_KEY_ACME/],
    ['no-such-model', 'model', /does not exist.*Check the model's name/],
    ['model-unknown-400', 'model', /Model Not Exist/],
    ['no-credit', 'quota', /no credit left/],
    ['too-fast', 'quota', /rate limited/],
    ['sick', 'upstream', /failed with 500/],
    ['page', 'upstream', /not as an API/],
    ['error-in-stream', 'upstream', /overloaded/],
    ['elsewhere', 'upstream', /302/],
    ['silent', 'timeout', /did not answer within 2000 ms/],
  ])('tells %s apart', async (model, problem, message) => {
    const result = await test('acme', { model });
    expect(result).toMatchObject({ ok: false, problem, message: expect.stringMatching(message), model });
    expect(result.advice).toEqual({
      en: expect.stringMatching(/[a-z]\.$/),
      zh: expect.stringMatching(/\p{Script=Han}。$/u),
    });
    if (problem === 'timeout') expect(result.first_byte_ms).toBeNull();
  });

  it('goes through its proxy', async () => {
    const asked: string[] = [];
    const proxy = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"object":"list","data":[{"id":"m"}]}');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    await add('behind', { base_url: 'http://models.invalid/v1', proxy_url: `http://127.0.0.1:${port}` });
    expect(await test('behind', {})).toMatchObject({ ok: true });
    expect(asked).toEqual(['http://models.invalid/v1/models']);
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
    expect(await test('behind', {})).toMatchObject({ ok: false, problem: 'network' });
  });

  it('tells a server that is not there, and a provider without a key or a list', async () => {
    const gone = await ModelServer.start();
    const base_url = gone.baseUrl;
    await gone.stop();
    await add('nobody', { base_url });
    expect(await test('nobody', {})).toMatchObject({
      problem: 'network',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    await add('keyless', { needs_key: true });
    expect(await test('keyless', {})).toMatchObject({
      problem: 'key',
      message: expect.stringContaining('set COUNCIL_KEY_KEYLESS'),
    });
    server.models = null;
    expect(await test('acme', {})).toMatchObject({ problem: 'upstream', message: expect.stringContaining('no list') });
    server.models = [{ id: 'well' }];
    expect(await ask('POST', `${PROVIDERS}/unheard-of/test`, {})).toMatchObject({ status: 404 });
  });
});

describe('the models that a provider offers', () => {
  const models = async () => (await ask<OfferedModels>('GET', `${PROVIDERS}/lister/models`)).body;
  const agents = async () => (await ask<Agent[]>('GET', '/api/v1/agents')).body;
  const ids = (answer: OfferedModels) => answer.models.map(({ id }) => id);

  it('are asked of it once a minute, and agents whose model has vanished are flagged and not changed', async () => {
    await add('lister', { models: ['kept-by-hand'] });
    const bound = { name: 'Bound', persona_prompt: 'Speak.', model_config: { provider: 'lister', model: 'two' } };
    const { body: agent } = await ask<Agent>('POST', '/api/v1/agents', bound);
    expect(agent.model_state).toBe('unknown');
    const state = async () => (await agents()).find(({ agent_uuid }) => agent_uuid === agent.agent_uuid)?.model_state;
    server.models = [{ id: 'one', context_window: 8_192 }, { id: 'two' }];
    const live = await models();
    expect(live).toMatchObject({
      source: 'live',
      models: [{ id: 'one', context_window: 8_192 }, { context_window: null }],
    });
    expect(live.models[1]).toMatchObject({ capabilities: 'unknown', price: { input_per_1k: 0 } });
    expect(await state()).toBe('listed');
    server.models = [{ id: 'one' }];
    expect(ids(await models())).toEqual(['one', 'two']);
    await ask('PUT', `${PROVIDERS}/lister`, { icon: 'L' });
    expect(ids(await models())).toEqual(['one']);
    const { body: flagged } = await ask<Agent>('GET', `/api/v1/agents/${agent.agent_uuid}`);
    expect(flagged).toMatchObject({ model_state: 'vanished', model_config: bound.model_config });
  });

  it('are those that are kept when it cannot be asked, and say why', async () => {
    server.models = null;
    await ask('PUT', `${PROVIDERS}/lister`, { icon: 'K' });
    const stored = await models();
    expect(stored).toMatchObject({ source: 'stored', fetched_at: null, message: expect.stringContaining('404') });
    expect(ids(stored)).toEqual(['kept-by-hand']);
    server.models = [{ id: 'back' }];
    expect(await models()).toMatchObject({ source: 'live' });
  });

  it('of another address are not held against an agent', async () => {
    await ask('PUT', `${PROVIDERS}/lister`, { base_url: HERE });
    expect((await agents()).find(({ name }) => name === 'Bound')?.model_state).toBe('unknown');
  });
});

describe('a council through a provider that was added', () => {
  const request = {
    template_uuid: SYSTEM_TEMPLATES['debate'],
    language: 'en',
    input: { document_content: readSample('examples/design-document.md'), optimization_objective: 'Decide.' },
  };
  const execute = () => ask<Problem & { readonly session_uuid: string }>('POST', '/api/v1/workflows/execute', request);

  it('speaks with its key; switched off, here or on another server, the seats are missing, and say so', async () => {
    const upstream = await ScriptedUpstream.start(speaks({ pieces: 2, pauseMs: 0 }));
    await ask('DELETE', `${PROVIDERS}/acme`);
    await add('acme', { needs_key: true, base_url: upstream.baseUrl });
    for (const { agent_uuid, ...agent } of (await ask<Agent[]>('GET', '/api/v1/agents')).body) {
      const { name, persona_prompt, capabilities } = agent;
      const draft = { name, persona_prompt, capabilities, model_config: { provider: 'acme', model: 'big' } };
      await ask('PUT', `/api/v1/agents/${agent_uuid}`, draft);
    }
    const { status, body } = await execute();
    expect([status, body]).toEqual([202, expect.anything()]);
    const session = await eventually('the verdict', async () => {
      const view = (await ask<SessionView>('GET', `/api/v1/sessions/${body.session_uuid}`)).body;
      return isTerminal(view.status) ? view : undefined;
    });
    expect(session).toMatchObject({ status: 'completed', engine: { kind: 'model', name: 'acme/big' } });
    const keys = upstream.journal.map(({ authorization }) => authorization);
    expect(new Set(keys)).toEqual(new Set([`Bearer ${KEYS.COUNCIL_KEY_ACME}`]));
    await upstream.stop();

    await ask('PUT', `${PROVIDERS}/acme`, { is_enabled: false });
    const refused = await execute();
    expect(refused).toMatchObject({ status: 422, body: { code: 'SESSION.SEAT_WITHOUT_MODEL' } });
    expect(refused.body.issues?.[0]?.message).toContain('The acme is switched off');

    const dataSource = app.get(DataSource);
    const elsewhere =
      "UPDATE llm_providers SET is_enabled = true, key_origin = 'https://a.example' WHERE provider_id = 'acme'";
    await dataSource.query(elsewhere);
    await app.get(ProviderRegistry).refresh();
    expect((await execute()).body.issues?.[0]?.message).toContain('COUNCIL_KEY_ACME) is not sent to');
  });

  it('leaves no key in the database', async () => {
    const rows: unknown = await app.get(DataSource).query('SELECT * FROM llm_providers');
    for (const key of Object.values(KEYS)) expect(JSON.stringify(rows)).not.toContain(key);
  });
});
