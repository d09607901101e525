import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError } from '@council/kernel';
import { ENVIRONMENT, type RawEnvironment } from './environment.js';
import { customKeyVariable } from './custom-keys.js';
import { isLoopbackHost, parseEnvironment } from './parse-environment.js';

function problemsOf(raw: RawEnvironment): string[] {
  try {
    parseEnvironment(raw);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe('CONFIG.INVALID');
    for (const issue of error.issues ?? []) expect(error.message).toContain(`${issue.path} ${issue.message}`);
    return (error.issues ?? []).map((issue) => issue.path);
  }
  return [];
}

describe('parseEnvironment', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'council-config-'));
    writeFileSync(join(folder, 'key'), ' sk-from-file \n');
    writeFileSync(join(folder, 'empty'), '\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('gives the documented defaults to an empty environment', () => {
    const config = parseEnvironment({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      database: { poolSize: 10, connectTimeoutMs: 10_000, statementTimeoutMs: 30_000, waitMs: 30_000 },
      llm: {
        connectTimeoutMs: 10_000,
        firstTokenTimeoutMs: 60_000,
        idleTimeoutMs: 30_000,
        totalTimeoutMs: 300_000,
        maxAttempts: 3,
        maxConcurrency: 8,
        isProbeOff: false,
      },
      leaseMs: 15_000,
      logLevel: 'log',
    });
    expect(isAbsolute(config.dataDir)).toBe(true);
    expect(config.database.url).toBeUndefined();
    expect(config.apiToken).toBeUndefined();
  });

  it('reads every documented default back as itself', () => {
    const defaults = Object.fromEntries(ENVIRONMENT.map((variable) => [variable.name, variable.default ?? '']));
    expect(parseEnvironment(defaults)).toEqual(parseEnvironment({}));
  });

  it('takes blank for unset and trims the rest', () => {
    const config = parseEnvironment({ PORT: '  ', LLM_PROVIDER: '', DATABASE_URL: ' ', HOST: ' localhost ' });
    expect(config.port).toBe(8080);
    expect(config.host).toBe('localhost');
    expect(config.database.url).toBeUndefined();
  });

  it('lists all problems at once, relations between variables included', () => {
    const names = problemsOf({
      HOST: '0.0.0.0',
      PORT: '70000',
      DATABASE_URL: 'mysql://user:hunter2@db/x',
      LLM_PROVIDER: 'custom',
      EMBEDDING_PROVIDER: 'nobody',
      COUNCIL_LOG_LEVEL: 'loud',
      OPENAI_API_KEY_FILE: join(folder, 'absent'),
    });
    expect(names.sort()).toEqual(
      [
        'PORT',
        'DATABASE_URL',
        'LLM_MODEL',
        'LLM_BASE_URL',
        'EMBEDDING_PROVIDER',
        'COUNCIL_LOG_LEVEL',
        'OPENAI_API_KEY_FILE',
      ].sort(),
    );
  });

  it('never repeats an address that may hold a password', () => {
    expect(() => parseEnvironment({ DATABASE_URL: 'mysql://user:hunter2@db/x' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') as unknown as string }),
    );
  });

  it.each(['-1', '1.5', '1e3', 'x', '99999999999'])('refuses %s as a whole number', (value) => {
    expect(problemsOf({ DATABASE_POOL_SIZE: value })).toEqual(['DATABASE_POOL_SIZE']);
  });

  it.each(ENVIRONMENT.filter((variable) => variable.isSecret).map((variable) => variable.name))(
    'reads %s from a file too, and refuses both at once and an empty file',
    (name) => {
      const {
        [name]: needs = {},
      }: Record<string, Record<string, string>> = {
        LLM_API_KEY: { LLM_PROVIDER: 'openai', LLM_MODEL: 'gpt-4o' },
        COUNCIL_MASTER_KEY_OLD: { COUNCIL_MASTER_KEY: '1b'.repeat(32) },
      };
      const { [name]: value = 'x'.repeat(16) }: Record<string, string> = {
        DATABASE_URL: 'postgres://h/d',
        REDIS_URL: 'redis://h',
        COUNCIL_MASTER_KEY: '0a'.repeat(32),
        COUNCIL_MASTER_KEY_OLD: '0a'.repeat(32),
        OTEL_EXPORTER_OTLP_HEADERS: 'x-key=1',
      };
      writeFileSync(join(folder, name), `${value}\n`);
      expect(parseEnvironment({ ...needs, [`${name}_FILE`]: join(folder, name) })).toEqual(
        parseEnvironment({ ...needs, [name]: value }),
      );
      expect(problemsOf({ ...needs, [name]: value, [`${name}_FILE`]: join(folder, name) })).toEqual([name]);
      expect(problemsOf({ ...needs, [`${name}_FILE`]: join(folder, 'empty') })).toEqual([`${name}_FILE`]);
    },
  );

  it('collects the keys of providers that it does not know, by their ids', () => {
    const { llm } = parseEnvironment({
      COUNCIL_KEY_ACME: ' k-acme ',
      COUNCIL_KEY_MY_VENDOR_2_FILE: join(folder, 'key'),
      COUNCIL_KEY_BLANK: ' ',
      COUNCIL_KEYS: 'no',
    });
    expect(llm.customKeys).toEqual({ acme: 'k-acme', 'my-vendor-2': 'sk-from-file' });
    expect(customKeyVariable('my-vendor-2')).toBe('COUNCIL_KEY_MY_VENDOR_2');
    expect(parseEnvironment({}).llm.customKeys).toEqual({});
  });

  it('takes the limits of the breakers, each of which can be switched off', () => {
    expect(parseEnvironment({}).breakers).toEqual({
      rounds: 10,
      spend_factor: 3,
      similarity: 0.95,
      entropy: 0.5,
      active_minutes: 10,
      token_rate: { '*': 1000 },
    });
    const limits = {
      BREAKER_ROUNDS: '25',
      BREAKER_SPEND_FACTOR: 'off',
      BREAKER_SIMILARITY: 'OFF',
      BREAKER_ENTROPY: '0.25',
      BREAKER_ACTIVE_MINUTES: '0.5',
      BREAKER_TOKEN_RATE: '*=2000, OpenAI=500,groq=off',
    };
    expect(parseEnvironment(limits).breakers).toEqual({
      rounds: 25,
      spend_factor: null,
      similarity: null,
      entropy: 0.25,
      active_minutes: 0.5,
      token_rate: { '*': 2000, openai: 500, groq: 0 },
    });
    expect(parseEnvironment({ BREAKER_TOKEN_RATE: 'off' }).breakers.token_rate).toBeNull();
  });

  it.each([
    ['BREAKER_ROUNDS', '0'],
    ['BREAKER_ROUNDS', '2.5'],
    ['BREAKER_SPEND_FACTOR', '-3'],
    ['BREAKER_SIMILARITY', '1'],
    ['BREAKER_ENTROPY', 'none'],
    ['BREAKER_ACTIVE_MINUTES', '1e3'],
    ['BREAKER_TOKEN_RATE', '1000'],
    ['BREAKER_TOKEN_RATE', '*=1000,*=5'],
    ['BREAKER_TOKEN_RATE', 'openai=0'],
    ['BREAKER_TOKEN_RATE', 'openai=500,'],
  ])('refuses %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([name]);
  });

  it('does not read a file for what is not a secret', () => {
    expect(parseEnvironment({ HOST_FILE: join(folder, 'key') }).host).toBe('127.0.0.1');
  });

  it.each([
    ['redis:6379', 'redis://redis:6379'],
    ['redis://:pw@host:6380/2', 'redis://:pw@host:6380/2'],
    ['rediss://host', 'rediss://host'],
  ])('reads REDIS_URL %s', (given, expected) => {
    expect(parseEnvironment({ REDIS_URL: given }).redisUrl).toBe(expected);
  });

  it('calls gemini google, and takes names in any case', () => {
    expect(parseEnvironment({ LLM_PROVIDER: 'Gemini', LLM_MODEL: 'gemini-2.0-flash' }).llm.provider).toBe('google');
  });

  it.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['127.8.8.8', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.5', false],
    ['example.org', false],
  ])('knows whether %s is reached by this machine alone', (host, isAlone) => {
    expect([problemsOf({ HOST: host }), isLoopbackHost(host)]).toEqual([[], isAlone]);
  });

  it('reads rates as so many a minute and so many at once, or off', () => {
    expect(parseEnvironment({ RATE_READS: '90/5', RATE_WRITES: 'OFF' }).rates).toMatchObject({
      reads: { perMinute: 90, burst: 5 },
      writes: null,
      sign_in: { perMinute: 10, burst: 10 },
    });
  });

  it.each(['60', '0/1', '1/0', '60/10/1', 'x', '-1/2'])('refuses %s as a rate', (value) => {
    expect(problemsOf({ RATE_EXECUTE: value })).toEqual(['RATE_EXECUTE']);
  });

  it('takes addresses and ranges for proxies, and nothing else', () => {
    expect(parseEnvironment({ TRUSTED_PROXIES: '10.0.0.0/8, ::1,192.0.2.7' }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '::1',
      '192.0.2.7',
    ]);
    for (const bad of ['nginx', '10.0.0.0/33', '10.0.0/8', '10.0.0.0/8/1', '*', '::1/129']) {
      expect(problemsOf({ TRUSTED_PROXIES: bad })).toEqual(['TRUSTED_PROXIES']);
    }
  });

  it('says so when a default model is half configured', () => {
    expect(problemsOf({ LLM_MODEL: 'gpt-4o' })).toEqual(['LLM_MODEL']);
    expect(problemsOf({ LLM_PROVIDER: 'openai' })).toEqual(['LLM_MODEL']);
  });

  it.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['', false],
  ])('reads COUNCIL_NO_PROBE=%s', (value, expected) => {
    expect(parseEnvironment({ COUNCIL_NO_PROBE: value }).llm.isProbeOff).toBe(expected);
  });

  it('says so when the search that is asked for has no key', () => {
    expect(problemsOf({ SEARCH_PROVIDER: 'brave' })).toEqual(['BRAVE_API_KEY']);
    expect(problemsOf({ SEARCH_PROVIDER: 'SearXNG' })).toEqual(['SEARXNG_URL']);
    expect(problemsOf({ SEARCH_PROVIDER: 'altavista' })).toContain('SEARCH_PROVIDER');
    expect(problemsOf({ SEARCH_PROVIDER: 'brave', BRAVE_API_KEY: 'x' })).toEqual([]);
    expect(problemsOf({ SEARXNG_URL: 'https://user:pass@search.example/' })).toEqual(['SEARXNG_URL']);
  });

  it('reads the private hosts as they stand in addresses', () => {
    expect(parseEnvironment({}).fetchPrivateHosts).toEqual([]);
    const given = ' Wiki.intranet , 10.0.0.7,[::1],fd12::5, ';
    expect(parseEnvironment({ FETCH_PRIVATE_HOSTS: given }).fetchPrivateHosts).toEqual([
      ...['wiki.intranet', '10.0.0.7', '::1', 'fd12::5'],
    ]);
  });

  it.each(['http://wiki', 'wiki:8080', 'wiki/path', 'a b', '*', '0x7f.1'])('takes %s for no private host', (given) => {
    expect(problemsOf({ FETCH_PRIVATE_HOSTS: given })).toEqual(['FETCH_PRIVATE_HOSTS']);
  });

  it('keeps embeddings unless that is refused, and answers of models only where it is asked for', () => {
    expect(parseEnvironment({}).cache).toEqual({ embeddingTtlMs: 604_800_000, completionTtlMs: null });
    const other = { CACHE_EMBEDDINGS: '0', CACHE_COMPLETIONS: 'true', CACHE_COMPLETIONS_TTL_MS: '5000' };
    expect(parseEnvironment(other).cache).toEqual({ embeddingTtlMs: null, completionTtlMs: 5_000 });
    expect(parseEnvironment({ CACHE_EMBEDDINGS_TTL_MS: '7' }).cache.embeddingTtlMs).toBe(7);
    expect(problemsOf({ CACHE_COMPLETIONS: 'maybe' })).toEqual(['CACHE_COMPLETIONS']);
  });
});
