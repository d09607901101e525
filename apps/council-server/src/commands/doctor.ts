import { pingRedis } from '@council/cache';
import { type AppConfig, loadConfig } from '@council/config';
import { describeTrouble, PromptsFolder } from '@council/council';
import { AppError } from '@council/kernel';
import {
  isLoopbackUrl,
  KeyVault,
  knownProviders,
  LocalModelServers,
  ModelEntity,
  ProviderBook,
  ProviderEntity,
  ProviderKeyEntity,
  ProviderKeysRepository,
  ProvidersRepository,
  withStoredKeys,
} from '@council/llm-provider';
import { MIGRATIONS, Migrator } from '@council/migrations';
import { connect, Database } from '@council/persistence';
import { Logger } from '@nestjs/common';
import { describeEngine, describeOffers } from './engine-words.js';

/** How long an answer from elsewhere is waited for. */
const REACH_TIMEOUT_MS = 5_000;

type Mark = 'ok' | '--' | '!!';
interface Finding {
  readonly mark: Mark;
  readonly what: string;
  readonly text: string;
}

/** `council-server doctor`: `!!` stops the server, `--` is worth knowing. Returns 1 when there is any `!!`. */
export async function doctor(): Promise<number> {
  Logger.overrideLogger(false);
  const findings: Finding[] = [];
  const add = (mark: Mark, what: string, text: string): void => {
    findings.push({ mark, what, text });
    process.stdout.write(`${mark}  ${what.padEnd(14)}${text.replaceAll('\n', `\n${' '.repeat(18)}`)}\n`);
  };
  const config = readConfig(add);
  if (config === null) return 1;
  const providers = (await examineDatabase(config, add)) ?? new ProviderBook(config.llm);
  await examineRedis(config, add);
  await examinePrompts(config, add);
  await examineModels(config, providers, add);
  return findings.some(({ mark }) => mark === '!!') ? 1 : 0;
}

type Add = (mark: Mark, what: string, text: string) => void;

function readConfig(add: Add): AppConfig | null {
  try {
    const config = loadConfig();
    add('ok', 'configuration', `listens on ${config.host}:${config.port}`);
    return config;
  } catch (error) {
    add('!!', 'configuration', describe(error));
    return null;
  }
}

/** Answers with the providers that are kept there; null: they cannot be read. */
async function examineDatabase(config: AppConfig, add: Add): Promise<ProviderBook | null> {
  try {
    const database = await Database.open(config);
    try {
      const dataSource = await connect(
        {
          ...database.options,
          entities: [ProviderEntity, ModelEntity, ProviderKeyEntity],
          migrations: [...MIGRATIONS],
        },
        0,
      );
      const [row] = await dataSource.query<{ version: string }[]>("SELECT split_part(version(), ' on ', 1) AS version");
      add(
        'ok',
        'database',
        `${database.kind === 'embedded' ? `embedded in ${config.dataDir}` : 'server'}, ${row?.version ?? ''}`,
      );
      const isMigrated = await examineSchema(new Migrator(dataSource), add);
      await examineVectors(dataSource, add);
      const known = isMigrated ? await readProviders(config, dataSource, add) : undefined;
      await dataSource.destroy();
      return new ProviderBook(config.llm, known);
    } finally {
      await database.close();
    }
  } catch (error) {
    add('!!', 'database', describe(error));
    return null;
  }
}

async function readProviders(config: AppConfig, dataSource: Awaited<ReturnType<typeof connect>>, add: Add) {
  const rows = await new ProvidersRepository(dataSource.getRepository(ProviderEntity)).findAll();
  const vault = new KeyVault(new ProviderKeysRepository(dataSource.getRepository(ProviderKeyEntity)), config);
  try {
    const keys = await vault.openAll();
    if (keys.size > 0) add('ok', 'stored keys', [...keys.keys()].join(', '));
    return knownProviders(withStoredKeys(rows, keys));
  } catch (error) {
    add('!!', 'stored keys', describe(error));
    return knownProviders(rows);
  }
}

async function examineSchema(migrator: Migrator, add: Add): Promise<boolean> {
  const pending = (await migrator.status()).filter((state) => !state.isApplied).map((state) => state.name);
  if (pending.length === 0) add('ok', 'migrations', 'all applied');
  else add('--', 'migrations', `pending: ${pending.join(', ')} (applied at the next start)`);
  return pending.length === 0;
}

async function examineVectors(dataSource: Awaited<ReturnType<typeof connect>>, add: Add): Promise<void> {
  const rows = await dataSource.query<{ name: string }[]>(
    "SELECT default_version AS name FROM pg_available_extensions WHERE name = 'vector'",
  );
  const [row] = rows;
  if (row === undefined) add('!!', 'pgvector', 'is not installed on the database server');
  else add('ok', 'pgvector', row.name);
}

async function examineRedis(config: AppConfig, add: Add): Promise<void> {
  if (config.redisUrl === undefined) {
    add('--', 'redis', 'not configured: the cache stays in the process');
    return;
  }
  const problem = await pingRedis(config.redisUrl);
  if (problem === null) add('ok', 'redis', 'answers');
  else add('--', 'redis', `does not answer (${problem}): the server works without it`);
}

/** A file that cannot be read stops nothing: its agent stays as it was, or is not there. */
async function examinePrompts({ promptsDir }: AppConfig, add: Add): Promise<void> {
  try {
    const files = await new PromptsFolder(promptsDir).readAll();
    const good = files.filter(({ ok }) => ok);
    if (files.length === 0) add('--', 'persona files', `none in ${promptsDir}`);
    if (good.length > 0) add('ok', 'persona files', `${good.length} in ${promptsDir}`);
    for (const read of files) if (!read.ok) add('--', 'persona files', describeTrouble(read));
  } catch (error) {
    add('--', 'persona files', `${promptsDir} cannot be read: ${describe(error)}`);
  }
}

async function examineModels(config: AppConfig, providers: ProviderBook, add: Add): Promise<void> {
  for (const line of describeEngine(config, providers))
    add(config.llm.provider === undefined ? '--' : 'ok', 'models', line);
  if (config.llm.provider !== undefined) {
    const lookup = providers.find(config.llm.provider);
    if (lookup.ok) await examineEndpoint(lookup.endpoint.baseUrl, add);
    else add('!!', 'models', lookup.message);
  }
  for (const line of describeOffers(await new LocalModelServers(config).find())) add('--', 'models', line);
}

/** Any answer will do: it is the address that is tried, not the key, and nothing is spent. */
async function examineEndpoint(baseUrl: string, add: Add): Promise<void> {
  const { host } = new URL(baseUrl);
  try {
    await fetch(`${baseUrl}/models`, { signal: AbortSignal.timeout(REACH_TIMEOUT_MS), redirect: 'manual' });
    add('ok', 'models', `${host} is reachable`);
  } catch {
    const hint = isLoopbackUrl(baseUrl) ? ': is the model server started?' : '';
    add('!!', 'models', `${host} cannot be reached${hint}`);
  }
}

function describe(error: unknown): string {
  if (error instanceof AppError) return [error.message, error.detail].filter((line) => line !== undefined).join('\n');
  return error instanceof Error ? error.message : String(error);
}
