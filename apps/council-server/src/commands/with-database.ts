import { type AppConfig, loadConfig } from '@council/config';
import { MIGRATIONS } from '@council/migrations';
import { connect, Database, type DatabaseKind } from '@council/persistence';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';

export interface OpenedDatabase {
  readonly config: AppConfig;
  readonly kind: DatabaseKind;
  readonly dataSource: DataSource;
}

/**
 * For a command that needs the database alone, as it stands: nothing is migrated, and no application is loaded. The
 * embedded database is shared with a server that runs on it.
 */
export async function withDatabase<T>(
  work: (opened: OpenedDatabase) => Promise<T>,
  entities: readonly EntityTarget<ObjectLiteral>[] = [],
): Promise<T> {
  Logger.overrideLogger(false);
  const config = loadConfig();
  const database = await Database.open(config);
  try {
    // Not the server's: its connections are told from a command's.
    const options = {
      ...database.options,
      applicationName: 'council-command',
      entities: [...entities] as (() => void)[],
      migrations: [...MIGRATIONS],
    };
    const dataSource = await connect(options, config.database.waitMs);
    try {
      return await work({ config, kind: database.kind, dataSource });
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.close();
  }
}
