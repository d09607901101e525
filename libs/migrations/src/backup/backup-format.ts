import { AppError } from '@council/kernel';
import { z } from 'zod';

/** To be raised when a file of this form can no longer be read by what reads the one before. */
export const BACKUP_FORMAT = 'council-backup/1';

const Column = z.strictObject({ name: z.string(), type: z.string() });

/** The first line. Rows follow, each `[index of its table, value or null, ...]` with PostgreSQL's own text of each value. */
export const BackupHeader = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  created_at: z.iso.datetime(),
  /** The migrations that were applied, in order. */
  schema: z.array(z.string()).min(1),
  /** Parents before those that refer to them. */
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(Column).min(1) })),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

export const BackupRow = z.tuple([z.int().min(0)], z.string().nullable());
export type BackupRow = z.infer<typeof BackupRow>;

/** The last line: a file without it was cut off. */
export const BackupEnd = z.strictObject({
  end: z.strictObject({
    rows: z.int(),
    /** Of all bytes before this line. */
    sha256: z.string(),
  }),
});

export function unreadable(why: string): AppError {
  return new AppError('invalid', 'BACKUP.UNREADABLE', `this is no backup that can be read: ${why}`, {
    detail: 'Nothing was written. Name a file that "council-server backup" has made.',
  });
}

export function damaged(why: string): AppError {
  return new AppError('invalid', 'BACKUP.DAMAGED', `the backup is damaged: ${why}`, { detail: 'Nothing was written.' });
}

export function otherSchema(unknown: readonly string[]): AppError {
  return new AppError('conflict', 'BACKUP.NEWER', `the backup was made by a newer release: ${unknown.join(', ')}`, {
    detail: 'Nothing was written. Restore it with that release, or a later one.',
  });
}

export function notEmpty(tables: readonly string[]): AppError {
  return new AppError('conflict', 'BACKUP.NOT_EMPTY', `the database is not empty: ${tables.join(', ')}`, {
    detail: 'Nothing was written. Restore into an empty database, or replace all that is in this one with --force.',
  });
}

export function serverRuns(): AppError {
  return new AppError('conflict', 'BACKUP.SERVER_RUNS', 'a server, a worker or a command works on this database', {
    detail: 'Nothing was written. Stop it first: what it holds in memory would not fit what is restored.',
  });
}
