import type { AppConfig } from '@council/config';

/** All that the environment keeps secret: what no log line may hold. */
export function secretsOf(config: AppConfig): readonly (string | undefined)[] {
  const { apiToken, llm, embedding, search, database, redisUrl, tracing } = config;
  return [
    apiToken,
    llm.apiKey,
    ...Object.values<string | undefined>(llm.keys),
    ...Object.values(llm.customKeys ?? {}),
    embedding.apiKey,
    ...Object.values<string | undefined>(search.keys),
    database.password,
    ...[database.url, redisUrl].map(passwordIn),
    ...Object.values(tracing.headers),
  ];
}

const passwordIn = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : decodeURIComponent(new URL(url).password);
