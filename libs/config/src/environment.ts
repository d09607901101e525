/** One variable of the environment, as documentation and the sample files name it. */
export interface EnvironmentVariable {
  readonly name: string;
  /** What holds when it is unset; null where there is none. */
  readonly default: string | null;
  /** Also readable from a file named by `<name>_FILE`, and never printed. */
  readonly isSecret: boolean;
  readonly description: string;
}

const plain = (name: string, fallback: string | number | null, description: string): EnvironmentVariable => ({
  name,
  default: fallback === null ? null : String(fallback),
  isSecret: false,
  description,
});
const secret = (name: string, description: string): EnvironmentVariable => ({
  name,
  default: null,
  isSecret: true,
  description,
});

/** Stands for any number of variables: provider `my-vendor` reads COUNCIL_KEY_MY_VENDOR. */
export const CUSTOM_KEY_SAMPLE = 'COUNCIL_KEY_ACME';

/** All that can be set. The sample environment, the compose file and the documentation are compared with this list. */
export const ENVIRONMENT = [
  plain('HOST', '127.0.0.1', 'Address to listen on. Beyond loopback people have to sign in.'),
  plain('PORT', 8080, 'Port to listen on; 0 takes any free one.'),
  plain('PUBLIC_URL', null, 'Address under which browsers reach the server, when it differs from HOST and PORT.'),
  secret('COUNCIL_API_TOKEN', 'Bearer token that may do everything, beside the users; 16 characters or more.'),
  secret('COUNCIL_ADMIN_PASSWORD', 'Makes the user admin with this password when there are no users yet.'),
  plain('TRUSTED_PROXIES', null, 'Addresses or ranges (10.0.0.0/8, ...) whose X-Forwarded-* headers are believed.'),
  plain('RATE_READS', '600/100', 'Reads a minute, and at once, of one user or address; off: no limit.'),
  plain('RATE_WRITES', '60/10', 'Writes a minute, and at once; off: no limit.'),
  plain('RATE_EXECUTE', '10/2', 'Sessions started a minute, and at once; off: no limit.'),
  plain('RATE_GENERATE', '5/1', 'Calls of a model that need no session, a minute and at once; off: no limit.'),
  plain('RATE_SOCKETS', '30/5', 'WebSocket connections opened a minute, and at once; off: no limit.'),
  plain('RATE_SIGN_IN', '10/10', 'Tries to sign in a minute, and at once, of one address; off: no limit.'),
  plain('COUNCIL_DATA_DIR', './data', 'Folder of the embedded database.'),
  plain('COUNCIL_PROMPTS_DIR', './prompts', 'Folder whose *.md files become agents; it may be absent.'),
  secret('DATABASE_URL', 'postgres:// address of a PostgreSQL with pgvector; unset, the embedded database is used.'),
  secret('PGPASSWORD', 'Password for DATABASE_URL when the address holds none.'),
  plain('DATABASE_POOL_SIZE', 10, 'Connections to the database at most.'),
  plain('DATABASE_CONNECT_TIMEOUT_MS', 10_000, 'How long a query waits for a free connection.'),
  plain('DATABASE_STATEMENT_TIMEOUT_MS', 30_000, 'How long one statement may run; 0 for ever.'),
  plain('DATABASE_WAIT_MS', 30_000, 'How long the start waits for a database that is not there yet.'),
  plain(
    'DATABASE_PREPARE',
    1,
    '0: no prepared statements, as behind a pooler that does not keep them (PgBouncer before 1.21).',
  ),
  secret('REDIS_URL', 'redis:// or rediss:// address, or host:port; unset, everything stays in the process.'),
  plain('LLM_PROVIDER', null, 'Default provider: it speaks for seeded agents whose own provider is not configured.'),
  plain('LLM_MODEL', null, 'Model of the default provider.'),
  secret('LLM_API_KEY', "Key of the default provider, when that provider's own variable is empty."),
  plain('LLM_BASE_URL', null, 'Address of the default provider; required for custom.'),
  secret('OPENAI_API_KEY', 'Key for OpenAI.'),
  secret('ANTHROPIC_API_KEY', 'Key for Anthropic.'),
  secret('GEMINI_API_KEY', 'Key for Google Gemini.'),
  secret('DEEPSEEK_API_KEY', 'Key for DeepSeek.'),
  secret('DASHSCOPE_API_KEY', 'Key for DashScope (Qwen).'),
  secret('SILICONFLOW_API_KEY', 'Key for SiliconFlow.'),
  secret('OPENROUTER_API_KEY', 'Key for OpenRouter.'),
  secret(CUSTOM_KEY_SAMPLE, 'Key of the provider acme; any other without a variable of its own has one of this form.'),
  secret('COUNCIL_MASTER_KEY', '32 bytes in hex or base64 that seal the keys entered in the app; unset, none can be.'),
  secret('COUNCIL_MASTER_KEY_OLD', 'The master key before this one, until council-server keys rotate is through.'),
  plain('LLM_CONNECT_TIMEOUT_MS', 10_000, 'How long the connection to a provider may take, TLS included.'),
  plain('LLM_FIRST_TOKEN_TIMEOUT_MS', 60_000, 'How long a model may take to begin its answer.'),
  plain('LLM_IDLE_TIMEOUT_MS', 30_000, 'How long a model may be silent within an answer.'),
  plain('LLM_TOTAL_TIMEOUT_MS', 300_000, 'How long a call may take, all its attempts together.'),
  plain('LLM_MAX_ATTEMPTS', 3, 'Attempts of one call at most.'),
  plain('LLM_MAX_CONCURRENCY', 8, 'Calls at once in one process.'),
  plain('COUNCIL_NO_PROBE', null, '1: do not look for a model server on this machine.'),
  plain('EMBEDDING_PROVIDER', null, 'Provider of embeddings, or offline; unset, the offline encoder.'),
  plain('EMBEDDING_MODEL', null, 'Model for embeddings.'),
  secret('EMBEDDING_API_KEY', "Key for embeddings; unset, the provider's own."),
  plain('EMBEDDING_BASE_URL', null, 'Address for embeddings; required for custom.'),
  plain(
    'SEARCH_PROVIDER',
    null,
    'Web search of agents: tavily, serper, brave or searxng; unset, the first that is set.',
  ),
  secret('TAVILY_API_KEY', 'Key for Tavily.'),
  secret('SERPER_API_KEY', 'Key for Serper.'),
  secret('BRAVE_API_KEY', 'Key for Brave Search.'),
  plain('SEARXNG_URL', null, 'Address of a SearXNG server that answers JSON.'),
  plain('FETCH_PRIVATE_HOSTS', null, 'Hosts of a private network that agents may read pages from, with commas.'),
  plain('CACHE_EMBEDDINGS', 1, '1: no text is embedded twice; 0: no vector is kept.'),
  plain('CACHE_EMBEDDINGS_TTL_MS', 604_800_000, 'How long vectors are kept.'),
  plain('CACHE_COMPLETIONS', null, '1: the same question at temperature 0 is answered from the cache, at no cost.'),
  plain('CACHE_COMPLETIONS_TTL_MS', 86_400_000, 'How long answers are kept.'),
  plain('BREAKER_ROUNDS', 10, 'A session is locked when one of its nodes runs more often than this; off: never.'),
  plain('BREAKER_SPEND_FACTOR', 3, 'Locked when it uses more than this times the tokens foreseen at most; off: never.'),
  plain('BREAKER_SIMILARITY', 0.95, 'Locked when three answers in a row of one seat are more alike; off: never.'),
  plain('BREAKER_ENTROPY', 0.5, 'Locked when 200 characters or more carry fewer bits a character; off: never.'),
  plain('BREAKER_ACTIVE_MINUTES', 10, 'Locked after so many minutes of work without waiting for people; off: never.'),
  plain(
    'BREAKER_TOKEN_RATE',
    '*=1000',
    'Locked when a model writes more tokens a second, by provider (*=1000,openai=500,groq=off); off: never.',
  ),
  plain('COUNCIL_LEASE_MS', 15_000, 'After this long without a sign of life another process takes a session over.'),
  plain('WORKER_CONCURRENCY', 100, 'Sessions that a process drives at once.'),
  plain('SERVE_DRIVES', 1, '0: a server that serves leaves sessions to its workers (council-server worker).'),
  plain('WORKER_HEALTH_PORT', null, 'Port on which a worker answers /health, /health/live and /health/ready.'),
  plain('COUNCIL_LOG_LEVEL', 'log', 'error, warn, log, debug or verbose.'),
  plain('COUNCIL_LOG_FORMAT', 'text', 'text for people, or json: one object a line.'),
  plain('METRICS_PORT', null, 'Port of GET /metrics for Prometheus; unset, there is none.'),
  plain('METRICS_HOST', '127.0.0.1', 'Address that METRICS_PORT listens on; whoever reaches it may read the metrics.'),
  plain(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    null,
    'Collector of OpenTelemetry that takes OTLP over HTTP, to receive traces.',
  ),
  secret('OTEL_EXPORTER_OTLP_HEADERS', 'Headers for the collector: name=value, with commas between them.'),
  plain('OTEL_SERVICE_NAME', 'the-council', 'Name of this program in traces.'),
] as const satisfies readonly EnvironmentVariable[];

/** What a process hands over: unset and blank mean the same. */
export type RawEnvironment = Readonly<Record<string, string | undefined>>;
