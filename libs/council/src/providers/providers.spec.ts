import { AppConfig, parseEnvironment } from '@council/config';
import type { ProviderList } from '@council/contracts';
import {
  KeyVault,
  LocalModelServers,
  ProviderDirectory,
  ProviderRegistry,
  ProvidersRepository,
} from '@council/llm-provider';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CACHE_MANAGER } from '@nestjs/cache-manager';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { createCache } from 'cache-manager';
import { Keyv } from 'keyv';
import { LlmProvidersController } from './llm-providers.controller.js';
import { ProviderListCache } from './provider-list-cache.js';
import { ProvidersService } from './providers.service.js';

type CacheManager = ReturnType<typeof createCache>;
const LIST: ProviderList = {
  providers: [
    {
      provider_id: 'openai',
      name: 'OpenAI',
      icon: '*',
      models: ['gpt-4o'],
      ...{ is_configured: true, is_enabled: true, is_custom: false, dialect: 'openai' },
      ...{
        base_url: 'https://api.openai.com/v1',
        has_key: true,
        key_variable: 'OPENAI_API_KEY',
        key_source: 'environment' as const,
        key_stored_at: null,
        warning: null,
      },
    },
  ],
};

class CountingDirectory {
  reads = 0;
  isBroken = false;

  async list(): Promise<ProviderList> {
    this.reads += 1;
    if (this.isBroken) throw new Error('the database is gone');
    return LIST;
  }
}

const local = {
  find: async () =>
    Promise.resolve([
      { providerId: 'ollama', name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1', models: ['llama3'] },
    ]),
};

/** A store behind Keyv that fails at every call. */
const fail = async () => Promise.reject(new Error('the store is gone'));
const brokenStore = { get: fail, set: fail, delete: fail, clear: fail };

describe('GET /api/v1/llm/providers', () => {
  let app: NestFastifyApplication;
  let directory: CountingDirectory;
  const registry = { revision: '5-1' };

  async function boot(cache: CacheManager, environment: Record<string, string> = {}): Promise<void> {
    directory = new CountingDirectory();
    const module = await Test.createTestingModule({
      controllers: [LlmProvidersController],
      providers: [
        ProviderListCache,
        ProvidersService,
        { provide: ProvidersRepository, useValue: {} },
        { provide: ProviderRegistry, useValue: registry },
        { provide: ProviderDirectory, useValue: directory },
        { provide: KeyVault, useValue: {} },
        { provide: LocalModelServers, useValue: local },
        { provide: CACHE_MANAGER, useValue: cache },
        { provide: AppConfig, useValue: parseEnvironment(environment) },
      ],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    app.useLogger(false);
    app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
    await app.init();
  }

  async function ask(): Promise<{ status: number; body: unknown }> {
    const answer = await app.inject({ method: 'GET', url: '/api/v1/llm/providers' });
    return { status: answer.statusCode, body: answer.json() };
  }

  let cache: CacheManager;
  beforeEach(() => {
    cache = createCache();
  });
  afterEach(() => app.close());

  it('reads the database once, and answers everybody from the cache until it is over its time', async () => {
    await boot(cache);
    expect(await ask()).toEqual({ status: 200, body: LIST });
    expect(await ask()).toEqual({ status: 200, body: LIST });
    expect(directory.reads).toBe(1);
    await cache.clear();
    await ask();
    expect(directory.reads).toBe(2);
  });

  it('reads the database every time when the cache is broken, and fails no request', async () => {
    await boot(createCache({ stores: [new Keyv({ store: brokenStore, throwOnErrors: false })] }));
    expect(await ask()).toEqual({ status: 200, body: LIST });
    expect(await ask()).toEqual({ status: 200, body: LIST });
    expect(directory.reads).toBe(2);
  });

  it('reads the database again when a provider was changed', async () => {
    await boot(cache);
    await ask();
    registry.revision = '5-2';
    await ask();
    registry.revision = '5-1';
    expect(directory.reads).toBe(2);
  });

  it('looks for model servers on this machine when it is asked to', async () => {
    await boot(cache);
    const answer = await app.inject({ method: 'GET', url: '/api/v1/llm/local' });
    expect(answer.json()).toEqual({
      servers: [{ provider_id: 'ollama', name: 'Ollama', base_url: 'http://127.0.0.1:11434/v1', models: ['llama3'] }],
    });
  });

  it('does not keep a failure', async () => {
    await boot(cache);
    directory.isBroken = true;
    expect(await ask()).toMatchObject({ status: 500 });
    directory.isBroken = false;
    expect(await ask()).toEqual({ status: 200, body: LIST });
  });

  it('shares the cache between servers that are configured alike, and no others', async () => {
    await boot(cache, { OPENAI_API_KEY: 'sk-one' });
    await ask();
    await app.close();
    await boot(cache, { OPENAI_API_KEY: 'sk-two' });
    await ask();
    expect(directory.reads).toBe(0);
    await app.close();
    await boot(cache, { OPENAI_API_KEY: 'sk-two', LLM_PROVIDER: 'ollama', LLM_MODEL: 'qwen3' });
    await ask();
    expect(directory.reads).toBe(1);
  });

  it('writes no secret into the key', async () => {
    const keys = new Set<string>();
    cache.on('set', ({ key }) => keys.add(key));
    await boot(cache, {
      LLM_PROVIDER: 'custom',
      LLM_MODEL: 'm',
      LLM_API_KEY: 'sk-secret',
      LLM_BASE_URL: 'http://user:secret@models.lan/v1',
      DEEPSEEK_API_KEY: 'sk-secret',
      COUNCIL_KEY_ACME: 'sk-secret',
    });
    await ask();
    expect([...keys]).toEqual(['llm-providers:3:acme+deepseek+default=custom+with-address+with-key:5-1']);
  });
});
