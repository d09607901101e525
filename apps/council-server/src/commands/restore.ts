import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { loadConfig } from '@council/config';
import { restoreBackup, serverRuns } from '@council/migrations';
import { Database } from '@council/persistence';
import type { DataSource } from 'typeorm';
import { withDatabase } from './with-database.js';

export interface RestoreOptions {
  readonly force?: boolean;
}

/** `council-server restore FILE`. Returns 0. */
export async function restore(file: string, { force }: RestoreOptions): Promise<number> {
  if (file !== '-') return restoreFile(file, force === true);
  // It is read twice: to be checked, and to be written.
  const folder = mkdtempSync(join(tmpdir(), 'council-restore-'));
  try {
    const copy = join(folder, 'backup');
    await pipeline(process.stdin, createWriteStream(copy, { mode: 0o600 }));
    return await restoreFile(copy, force === true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function restoreFile(path: string, isForced: boolean): Promise<number> {
  if (await Database.isEmbeddedInUse(loadConfig())) throw serverRuns();
  return withDatabase(async ({ dataSource }) => {
    await refuseServers(dataSource);
    const { rows, tables, createdAt } = await restoreBackup(dataSource, path, isForced);
    process.stdout.write(`restored ${rows} rows of ${tables} tables, as they were at ${createdAt}\n`);
    return 0;
  });
}

async function refuseServers(dataSource: DataSource): Promise<void> {
  const others = await dataSource.query<unknown[]>(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'council-server' LIMIT 1`,
  );
  if (others.length > 0) throw serverRuns();
}
