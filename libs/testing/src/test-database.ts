import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppConfig, parseEnvironment } from '@council/config';
import type { DataSource, DataSourceOptions, MigrationInterface } from 'typeorm';
import { clusterFolder, templateDatabase } from './test-cluster.mjs';

/** A migrated and seeded database of a suite's own. */
export interface TestDatabase {
  /** For a whole application, or for a server that the suite spawns. */
  readonly config: AppConfig;
  /** The same as environment variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** Connects with these entities (and, to change the schema, migrations); closed with the database. */
  connect(
    entities?: DataSourceOptions['entities'],
    migrations?: readonly (new () => MigrationInterface)[],
  ): Promise<DataSource>;
  close(): Promise<void>;
}

/** A copy of the migrated template: on TEST_DATABASE_URL where it is set, else embedded in a folder of its own. */
export async function openTestDatabase(more: Readonly<Record<string, string>> = {}): Promise<TestDatabase> {
  const url = process.env['TEST_DATABASE_URL'];
  const place = url === undefined ? copyCluster() : await copyDatabase(url);
  const environment = { PORT: '0', COUNCIL_NO_PROBE: '1', ...place.environment, ...more };
  const config = parseEnvironment(environment);
  const closing: (() => Promise<void>)[] = [];
  return {
    config,
    environment,
    connect: async (entities = [], migrations = []) => {
      // Imported when used: the drivers take a second, and pure specs import this lib for its builders.
      const { connect, Database } = await import('@council/persistence');
      const database = await Database.open(config);
      const dataSource = await connect({ ...database.options, entities, migrations: [...migrations] }, 0);
      closing.push(async () => {
        if (dataSource.isInitialized) await dataSource.destroy();
        await database.close();
      });
      return dataSource;
    },
    close: async () => {
      for (const close of closing) await close();
      await place.remove();
    },
  };
}

interface Place {
  readonly environment: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

function copyCluster(): Place {
  const dataDir = mkdtempSync(join(tmpdir(), 'council-test-'));
  cpSync(join(clusterFolder(), 'embedded', 'cluster'), join(dataDir, 'embedded', 'cluster'), { recursive: true });
  return {
    environment: { COUNCIL_DATA_DIR: dataDir },
    remove: async () => {
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

async function copyDatabase(url: string): Promise<Place> {
  const name = `council_test_${process.pid}_${Date.now()}_${Math.random().toString(36).slice(2, 8)}`;
  await administer(url, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase()}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return {
    environment: { DATABASE_URL: address.href },
    remove: () => administer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
