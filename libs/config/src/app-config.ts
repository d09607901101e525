import type { KeyObject } from 'node:crypto';

/** Providers that can be named. `gemini` is accepted for `google`. */
export const PROVIDER_NAMES = [
  'openai',
  'anthropic',
  'google',
  'deepseek',
  'dashscope',
  'siliconflow',
  'openrouter',
  'ollama',
  'custom',
] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** Providers that have a key variable of their own. */
export type KeyedProvider = Exclude<ProviderName, 'ollama' | 'custom'>;

export type LogLevel = 'error' | 'warn' | 'log' | 'debug' | 'verbose';

export interface DatabaseConfig {
  /** Unset: the embedded database. */
  readonly url?: string;
  /** For a url that holds no password. */
  readonly password?: string;
  readonly poolSize: number;
  readonly connectTimeoutMs: number;
  /** 0: no limit. */
  readonly statementTimeoutMs: number;
  readonly waitMs: number;
  /** Whether frequent statements are planned once a connection. */
  readonly isPreparing: boolean;
}

export interface LlmConfig {
  readonly provider?: ProviderName;
  readonly model?: string;
  readonly apiKey?: string;
  readonly baseUrl?: string;
  readonly keys: Readonly<Partial<Record<KeyedProvider, string>>>;
  /** By provider id, of those that have no variable of their own: `acme` from COUNCIL_KEY_ACME. */
  readonly customKeys?: Readonly<Record<string, string>>;
  readonly connectTimeoutMs: number;
  readonly firstTokenTimeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxAttempts: number;
  readonly maxConcurrency: number;
  readonly isProbeOff: boolean;
}

export interface EmbeddingConfig {
  readonly provider?: ProviderName | 'offline';
  readonly model?: string;
  readonly apiKey?: string;
  readonly baseUrl?: string;
}

/** How long values are kept; null: not at all. */
export interface CacheConfig {
  readonly completionTtlMs: number | null;
  readonly embeddingTtlMs: number | null;
}

export const SEARCH_PROVIDERS = ['tavily', 'serper', 'brave', 'searxng'] as const;
export type SearchProvider = (typeof SEARCH_PROVIDERS)[number];

export interface SearchConfig {
  readonly provider?: SearchProvider;
  readonly keys: Readonly<Partial<Record<Exclude<SearchProvider, 'searxng'>, string>>>;
  readonly searxngUrl?: string;
}

/** When a session is stopped and locked; null: never for this reason. The names are those of the contract. */
export interface BreakerConfig {
  readonly rounds: number | null;
  readonly spend_factor: number | null;
  readonly similarity: number | null;
  readonly entropy: number | null;
  readonly active_minutes: number | null;
  readonly token_rate: Record<string, number> | null;
}

/** A bucket of `burst` requests that fills with `perMinute`. */
export interface RateLimit {
  readonly perMinute: number;
  readonly burst: number;
}

export type RateClass = 'reads' | 'writes' | 'execute' | 'generate' | 'sockets' | 'sign_in';

export interface MetricsConfig {
  /** Unset: nobody can ask. */
  readonly port?: number;
  readonly host: string;
}

export interface TracingConfig {
  /** Unset: no traces leave the process. */
  readonly endpoint?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
}

export interface AppConfigValues {
  readonly host: string;
  readonly port: number;
  readonly publicUrl?: string;
  readonly apiToken?: string;
  /** For the first user, and no other. */
  readonly adminPassword?: string;
  /** Addresses and ranges. */
  readonly trustedProxies: readonly string[];
  /** Null: no limit. */
  readonly rates: Readonly<Record<RateClass, RateLimit | null>>;
  /** Absolute. */
  readonly dataDir: string;
  /** Absolute; may be absent. */
  readonly promptsDir: string;
  readonly database: DatabaseConfig;
  /** Always with a scheme. */
  readonly redisUrl?: string;
  readonly llm: LlmConfig;
  /** Seals the keys that are entered in the app; unset: none can be. */
  readonly masterKey?: KeyObject;
  /** Still opens them, while they are moved to the other. */
  readonly oldMasterKey?: KeyObject;
  readonly embedding: EmbeddingConfig;
  readonly cache: CacheConfig;
  readonly search: SearchConfig;
  /** In small letters. */
  readonly fetchPrivateHosts: readonly string[];
  readonly leaseMs: number;
  readonly workerConcurrency: number;
  readonly isServerDriving: boolean;
  /** Unset: a worker listens nowhere. */
  readonly workerHealthPort?: number;
  readonly breakers: BreakerConfig;
  readonly logLevel: LogLevel;
  readonly logFormat: 'text' | 'json';
  readonly metrics: MetricsConfig;
  readonly tracing: TracingConfig;
}

/** The environment, parsed once. A class, so that it is its own token for dependency injection. */
export class AppConfig implements AppConfigValues {
  readonly host!: string;
  readonly port!: number;
  readonly publicUrl?: string;
  readonly apiToken?: string;
  readonly adminPassword?: string;
  readonly trustedProxies!: readonly string[];
  readonly rates!: Readonly<Record<RateClass, RateLimit | null>>;
  readonly dataDir!: string;
  readonly promptsDir!: string;
  readonly database!: DatabaseConfig;
  readonly redisUrl?: string;
  readonly llm!: LlmConfig;
  readonly masterKey?: KeyObject;
  readonly oldMasterKey?: KeyObject;
  readonly embedding!: EmbeddingConfig;
  readonly cache!: CacheConfig;
  readonly search!: SearchConfig;
  readonly fetchPrivateHosts!: readonly string[];
  readonly leaseMs!: number;
  readonly workerConcurrency!: number;
  readonly isServerDriving!: boolean;
  readonly workerHealthPort?: number;
  readonly breakers!: BreakerConfig;
  readonly logLevel!: LogLevel;
  readonly logFormat!: 'text' | 'json';
  readonly metrics!: MetricsConfig;
  readonly tracing!: TracingConfig;

  constructor(values: AppConfigValues) {
    Object.assign(this, values);
  }

  /** The same configuration with some values replaced, e.g. by an option of the command line. */
  with(values: Partial<AppConfigValues>): AppConfig {
    return new AppConfig(Object.assign({}, this, values));
  }
}
