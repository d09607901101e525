import { resolve } from 'node:path';
import { z } from 'zod';
import { addressRanges, rateOrOff } from './access-variables.js';
import { type AppConfigValues, PROVIDER_NAMES, SEARCH_PROVIDERS } from './app-config.js';
import { numberOrOff, ratesOrOff, wholeOrOff } from './breaker-variables.js';
import { type CUSTOM_KEY_SAMPLE, ENVIRONMENT } from './environment.js';
import { masterKey } from './master-key.js';
import { otlpHeaders } from './otlp-headers.js';

/** Keys of custom providers are collected apart: how many there are is not known here. */
type Name = Exclude<(typeof ENVIRONMENT)[number]['name'], typeof CUSTOM_KEY_SAMPLE>;
const fallbackOf = (name: Name): string => {
  const found: string | null | undefined = ENVIRONMENT.find((variable) => variable.name === name)?.default;
  if (found === null || found === undefined) throw new Error(`${name} has no default`);
  return found;
};

const optional = z.string().optional();
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine((value) => /^\d{1,10}$/.test(value) && Number(value) >= min && Number(value) <= max, {
      message: `must be a whole number from ${min} to ${max}`,
    })
    .transform(Number);
const whole = (name: Name, min: number, max: number) => wholeNumber(min, max).prefault(fallbackOf(name));
const url = (...schemes: string[]) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
      // The value is not repeated: an address may hold a password.
      message: `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    })
    .optional();
const provider = <Names extends readonly [string, ...string[]]>(names: Names) =>
  z
    .string()
    .transform((value) => (value.toLowerCase() === 'gemini' ? 'google' : value.toLowerCase()))
    .pipe(z.enum(names, { message: `must be one of ${names.join(', ')} (gemini means google)` }))
    .optional();
const yes = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['0', '1', 'false', 'true'], { message: 'must be 1 or 0' }))
  .optional();
/** Names as they stand in addresses, in small letters; null where one is none. Brackets around IPv6 may stand or not. */
function hostsOf(list: string): readonly string[] | null {
  const names = list
    .split(',')
    .map((host) =>
      host
        .trim()
        .toLowerCase()
        .replace(/^\[|\]$/g, ''),
    )
    .filter((host) => host !== '');
  const isHost = (host: string): boolean => {
    const address = `http://${host.includes(':') ? `[${host}]` : host}`;
    return /^[\w.:-]+$/.test(host) && URL.canParse(address) && new URL(address).host.replace(/^\[|\]$/g, '') === host;
  };
  return names.every(isHost) ? names : null;
}
const hosts = z
  .string()
  .prefault('')
  .transform((list, context) => {
    const names = hostsOf(list);
    if (names !== null) return names;
    context.addIssue('must be host names with commas between them, without http:// or ports');
    return z.NEVER;
  });
const DAY_MS = 86_400_000;
const isYes = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The environment after trimming and after `X_FILE` was read: strings or nothing. Rules between variables are apart. */
export const EnvironmentSchema = z
  .object({
    HOST: z.string().prefault(fallbackOf('HOST')),
    PORT: whole('PORT', 0, 65_535),
    PUBLIC_URL: url('http', 'https'),
    COUNCIL_API_TOKEN: z.string().min(16, { message: 'must have at least 16 characters' }).optional(),
    COUNCIL_ADMIN_PASSWORD: z.string().min(10, { message: 'must have at least 10 characters' }).optional(),
    TRUSTED_PROXIES: addressRanges,
    RATE_READS: rateOrOff(fallbackOf('RATE_READS')),
    RATE_WRITES: rateOrOff(fallbackOf('RATE_WRITES')),
    RATE_EXECUTE: rateOrOff(fallbackOf('RATE_EXECUTE')),
    RATE_GENERATE: rateOrOff(fallbackOf('RATE_GENERATE')),
    RATE_SOCKETS: rateOrOff(fallbackOf('RATE_SOCKETS')),
    RATE_SIGN_IN: rateOrOff(fallbackOf('RATE_SIGN_IN')),
    COUNCIL_DATA_DIR: z.string().prefault(fallbackOf('COUNCIL_DATA_DIR')),
    COUNCIL_PROMPTS_DIR: z.string().prefault(fallbackOf('COUNCIL_PROMPTS_DIR')),
    DATABASE_URL: url('postgres', 'postgresql'),
    PGPASSWORD: optional,
    DATABASE_POOL_SIZE: whole('DATABASE_POOL_SIZE', 1, 1_000),
    DATABASE_CONNECT_TIMEOUT_MS: whole('DATABASE_CONNECT_TIMEOUT_MS', 1, DAY_MS),
    DATABASE_STATEMENT_TIMEOUT_MS: whole('DATABASE_STATEMENT_TIMEOUT_MS', 0, DAY_MS),
    DATABASE_WAIT_MS: whole('DATABASE_WAIT_MS', 0, DAY_MS),
    DATABASE_PREPARE: yes.prefault(fallbackOf('DATABASE_PREPARE')),
    REDIS_URL: z
      .string()
      // host:port is the form that deployments of the reference have in their environment.
      .transform((value) => (/^[\w.-]+:\d+$/.test(value) ? `redis://${value}` : value))
      .pipe(
        z.string().refine((value) => URL.canParse(value) && /^rediss?:$/.test(new URL(value).protocol), {
          message: 'must be an address that begins with redis:// or rediss://, or host:port',
        }),
      )
      .optional(),
    LLM_PROVIDER: provider(PROVIDER_NAMES),
    LLM_MODEL: optional,
    LLM_API_KEY: optional,
    LLM_BASE_URL: url('http', 'https'),
    OPENAI_API_KEY: optional,
    ANTHROPIC_API_KEY: optional,
    GEMINI_API_KEY: optional,
    DEEPSEEK_API_KEY: optional,
    DASHSCOPE_API_KEY: optional,
    SILICONFLOW_API_KEY: optional,
    OPENROUTER_API_KEY: optional,
    COUNCIL_MASTER_KEY: masterKey,
    COUNCIL_MASTER_KEY_OLD: masterKey,
    LLM_CONNECT_TIMEOUT_MS: whole('LLM_CONNECT_TIMEOUT_MS', 1, DAY_MS),
    LLM_FIRST_TOKEN_TIMEOUT_MS: whole('LLM_FIRST_TOKEN_TIMEOUT_MS', 1, DAY_MS),
    LLM_IDLE_TIMEOUT_MS: whole('LLM_IDLE_TIMEOUT_MS', 1, DAY_MS),
    LLM_TOTAL_TIMEOUT_MS: whole('LLM_TOTAL_TIMEOUT_MS', 1, DAY_MS),
    LLM_MAX_ATTEMPTS: whole('LLM_MAX_ATTEMPTS', 1, 20),
    LLM_MAX_CONCURRENCY: whole('LLM_MAX_CONCURRENCY', 1, 1_000),
    COUNCIL_NO_PROBE: yes,
    EMBEDDING_PROVIDER: provider([...PROVIDER_NAMES, 'offline'] as const),
    EMBEDDING_MODEL: optional,
    EMBEDDING_API_KEY: optional,
    EMBEDDING_BASE_URL: url('http', 'https'),
    SEARCH_PROVIDER: z
      .string()
      .toLowerCase()
      .pipe(z.enum(SEARCH_PROVIDERS, { message: `must be one of ${SEARCH_PROVIDERS.join(', ')}` }))
      .optional(),
    TAVILY_API_KEY: optional,
    SERPER_API_KEY: optional,
    BRAVE_API_KEY: optional,
    SEARXNG_URL: url('http', 'https').refine((value) => value === undefined || !/^\w+:\/\/[^/]*@/.test(value), {
      message: 'must hold no user and password',
    }),
    FETCH_PRIVATE_HOSTS: hosts,
    CACHE_EMBEDDINGS: yes.prefault(fallbackOf('CACHE_EMBEDDINGS')),
    CACHE_EMBEDDINGS_TTL_MS: whole('CACHE_EMBEDDINGS_TTL_MS', 1, 30 * DAY_MS),
    CACHE_COMPLETIONS: yes,
    CACHE_COMPLETIONS_TTL_MS: whole('CACHE_COMPLETIONS_TTL_MS', 1, 30 * DAY_MS),
    BREAKER_ROUNDS: wholeOrOff(fallbackOf('BREAKER_ROUNDS'), 1, 1_000),
    BREAKER_SPEND_FACTOR: numberOrOff(fallbackOf('BREAKER_SPEND_FACTOR'), 1, 1_000),
    BREAKER_SIMILARITY: numberOrOff(fallbackOf('BREAKER_SIMILARITY'), 0.5, 0.999),
    BREAKER_ENTROPY: numberOrOff(fallbackOf('BREAKER_ENTROPY'), 0.01, 3),
    BREAKER_ACTIVE_MINUTES: numberOrOff(fallbackOf('BREAKER_ACTIVE_MINUTES'), 0.01, 10_080),
    BREAKER_TOKEN_RATE: ratesOrOff(fallbackOf('BREAKER_TOKEN_RATE'), 1_000_000),
    COUNCIL_LEASE_MS: whole('COUNCIL_LEASE_MS', 500, DAY_MS),
    WORKER_CONCURRENCY: whole('WORKER_CONCURRENCY', 1, 10_000),
    SERVE_DRIVES: yes.prefault(fallbackOf('SERVE_DRIVES')),
    WORKER_HEALTH_PORT: wholeNumber(1, 65_535).optional(),
    COUNCIL_LOG_LEVEL: z
      .string()
      .prefault(fallbackOf('COUNCIL_LOG_LEVEL'))
      .pipe(
        z.enum(['error', 'warn', 'log', 'debug', 'verbose'], {
          message: 'must be one of error, warn, log, debug, verbose',
        }),
      ),
    COUNCIL_LOG_FORMAT: z
      .string()
      .prefault(fallbackOf('COUNCIL_LOG_FORMAT'))
      .pipe(z.enum(['text', 'json'], { message: 'must be text or json' })),
    METRICS_PORT: wholeNumber(0, 65_535).optional(),
    METRICS_HOST: z.string().prefault(fallbackOf('METRICS_HOST')),
    OTEL_EXPORTER_OTLP_ENDPOINT: url('http', 'https'),
    OTEL_EXPORTER_OTLP_HEADERS: otlpHeaders,
    OTEL_SERVICE_NAME: z.string().prefault(fallbackOf('OTEL_SERVICE_NAME')),
  } satisfies Record<Name, z.ZodType>)
  .transform((env): AppConfigValues => ({
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    apiToken: env.COUNCIL_API_TOKEN,
    adminPassword: env.COUNCIL_ADMIN_PASSWORD,
    trustedProxies: env.TRUSTED_PROXIES,
    rates: {
      reads: env.RATE_READS,
      writes: env.RATE_WRITES,
      execute: env.RATE_EXECUTE,
      generate: env.RATE_GENERATE,
      sockets: env.RATE_SOCKETS,
      sign_in: env.RATE_SIGN_IN,
    },
    dataDir: resolve(env.COUNCIL_DATA_DIR),
    promptsDir: resolve(env.COUNCIL_PROMPTS_DIR),
    database: {
      url: env.DATABASE_URL,
      password: env.PGPASSWORD,
      poolSize: env.DATABASE_POOL_SIZE,
      connectTimeoutMs: env.DATABASE_CONNECT_TIMEOUT_MS,
      statementTimeoutMs: env.DATABASE_STATEMENT_TIMEOUT_MS,
      waitMs: env.DATABASE_WAIT_MS,
      isPreparing: isYes(env.DATABASE_PREPARE),
    },
    redisUrl: env.REDIS_URL,
    llm: {
      provider: env.LLM_PROVIDER,
      model: env.LLM_MODEL,
      apiKey: env.LLM_API_KEY,
      baseUrl: env.LLM_BASE_URL,
      keys: {
        openai: env.OPENAI_API_KEY,
        anthropic: env.ANTHROPIC_API_KEY,
        google: env.GEMINI_API_KEY,
        deepseek: env.DEEPSEEK_API_KEY,
        dashscope: env.DASHSCOPE_API_KEY,
        siliconflow: env.SILICONFLOW_API_KEY,
        openrouter: env.OPENROUTER_API_KEY,
      },
      connectTimeoutMs: env.LLM_CONNECT_TIMEOUT_MS,
      firstTokenTimeoutMs: env.LLM_FIRST_TOKEN_TIMEOUT_MS,
      idleTimeoutMs: env.LLM_IDLE_TIMEOUT_MS,
      totalTimeoutMs: env.LLM_TOTAL_TIMEOUT_MS,
      maxAttempts: env.LLM_MAX_ATTEMPTS,
      maxConcurrency: env.LLM_MAX_CONCURRENCY,
      isProbeOff: isYes(env.COUNCIL_NO_PROBE),
    },
    masterKey: env.COUNCIL_MASTER_KEY,
    oldMasterKey: env.COUNCIL_MASTER_KEY_OLD,
    embedding: {
      provider: env.EMBEDDING_PROVIDER,
      model: env.EMBEDDING_MODEL,
      apiKey: env.EMBEDDING_API_KEY,
      baseUrl: env.EMBEDDING_BASE_URL,
    },
    cache: {
      embeddingTtlMs: isYes(env.CACHE_EMBEDDINGS) ? env.CACHE_EMBEDDINGS_TTL_MS : null,
      completionTtlMs: isYes(env.CACHE_COMPLETIONS) ? env.CACHE_COMPLETIONS_TTL_MS : null,
    },
    search: {
      provider: env.SEARCH_PROVIDER,
      keys: { tavily: env.TAVILY_API_KEY, serper: env.SERPER_API_KEY, brave: env.BRAVE_API_KEY },
      searxngUrl: env.SEARXNG_URL,
    },
    fetchPrivateHosts: env.FETCH_PRIVATE_HOSTS,
    leaseMs: env.COUNCIL_LEASE_MS,
    workerConcurrency: env.WORKER_CONCURRENCY,
    isServerDriving: isYes(env.SERVE_DRIVES),
    workerHealthPort: env.WORKER_HEALTH_PORT,
    breakers: {
      rounds: env.BREAKER_ROUNDS,
      spend_factor: env.BREAKER_SPEND_FACTOR,
      similarity: env.BREAKER_SIMILARITY,
      entropy: env.BREAKER_ENTROPY,
      active_minutes: env.BREAKER_ACTIVE_MINUTES,
      token_rate: env.BREAKER_TOKEN_RATE,
    },
    logLevel: env.COUNCIL_LOG_LEVEL,
    logFormat: env.COUNCIL_LOG_FORMAT,
    metrics: { port: env.METRICS_PORT, host: env.METRICS_HOST },
    tracing: {
      endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
      headers: env.OTEL_EXPORTER_OTLP_HEADERS,
      serviceName: env.OTEL_SERVICE_NAME,
    },
  }));
