import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { AppError } from '@council/kernel';
import { backupLines } from '@council/migrations';
import { withDatabase } from './with-database.js';

export interface BackupOptions {
  readonly force?: boolean;
}

/** `council-server backup FILE`: all tables as they stand at one moment. The file holds everything, and is its owner's. */
export async function backup(file: string, { force }: BackupOptions): Promise<number> {
  if (file !== '-' && force !== true && existsSync(file)) {
    throw new AppError('conflict', 'BACKUP.FILE_EXISTS', `there is a file ${file}`, {
      detail: 'Nothing was written. Name another one, or use --force to replace it.',
    });
  }
  const lines = await withDatabase(async ({ dataSource }) => {
    let count = 0;
    async function* counted(): AsyncGenerator<string> {
      for await (const line of backupLines(dataSource)) {
        count += 1;
        yield line;
      }
    }
    const target = file === '-' ? process.stdout : createWriteStream(`${file}.part`, { mode: 0o600 });
    try {
      await pipeline(Readable.from(counted()), createGzip(), target);
    } catch (error) {
      if (file !== '-') rmSync(`${file}.part`, { force: true });
      throw error;
    }
    return count;
  });
  // Under its name only when it is whole.
  if (file !== '-') renameSync(`${file}.part`, file);
  process.stderr.write(`backed up ${lines - 2} rows\n`);
  return 0;
}
