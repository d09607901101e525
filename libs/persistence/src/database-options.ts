import type { DatabaseConfig } from '@council/config';
import type { DataSourceOptions } from 'typeorm';
import { EMBEDDED_PORT } from './embedded/embedded-layout.js';
import { PreparingClient } from './prepared-statements.js';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** What holds for both kinds of database. The schema is changed by migrations alone. */
function commonOptions(config: DatabaseConfig): PostgresOptions {
  return {
    type: 'postgres',
    applicationName: 'council-server',
    poolSize: config.poolSize,
    connectTimeoutMS: config.connectTimeoutMs,
    synchronize: false,
    migrationsRun: false,
    migrationsTableName: 'schema_migrations',
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    logging: false,
  };
}

/** A PostgreSQL server at an address. The driver reads sslmode and the like from it. */
export function serverOptions(config: DatabaseConfig & { readonly url: string }): PostgresOptions {
  return {
    ...commonOptions(config),
    url: withPassword(config.url, config.password),
    extra: {
      statement_timeout: config.statementTimeoutMs,
      keepAlive: true,
      ...(config.isPreparing ? { Client: PreparingClient } : {}),
    },
  };
}

/** The embedded database, through its unix socket. It has one session, so no setting may be made for a connection. */
export function embeddedOptions(config: DatabaseConfig, socketFolder: string): PostgresOptions {
  return {
    ...commonOptions(config),
    host: socketFolder,
    port: EMBEDDED_PORT,
    username: 'postgres',
    database: 'postgres',
  };
}

function withPassword(address: string, password: string | undefined): string {
  const url = new URL(address);
  if (password === undefined || url.password !== '') return address;
  url.password = encodeURIComponent(password);
  return url.href;
}
