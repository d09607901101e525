import type { DataSource, EntityManager } from 'typeorm';
import { Migrator } from '../migrator.js';
import { type BackupHeader, notEmpty, otherSchema } from './backup-format.js';
import { backupRows, checkBackup } from './read-backup.js';
import { quoted, readTables, speakPlainly } from './table-catalogue.js';

const ROWS_AT_ONCE = 500;
const CHARACTERS_AT_ONCE = 4_000_000;
/** Browsers that were signed in: whoever has signed out since, or lost the password, must not be in again. */
const LEFT_OUT = 'sign_ins';

export interface Restored {
  readonly rows: number;
  readonly tables: number;
  readonly createdAt: string;
}

/**
 * Puts a backup in the place of what is in the database: the schema is brought to the state that it was made in, the rows
 * come back in one transaction, and then the schema goes on to the present. Nothing is written before the file was read
 * to its end.
 */
export async function restoreBackup(dataSource: DataSource, path: string, isForced = false): Promise<Restored> {
  const { header } = await checkBackup(path);
  const migrator = new Migrator(dataSource);
  const names = (await migrator.status()).map(({ name }) => name);
  const unknown = header.schema.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw otherSchema(unknown);
  const filled = await filledTables(dataSource.manager);
  if (filled.length > 0 && !isForced) throw notEmpty(filled);
  await bringSchemaTo(dataSource, migrator, header.schema);
  const rows = await dataSource.transaction(async (manager) => {
    await speakPlainly(manager);
    await emptyAll(manager);
    const loaded = await load(manager, header, path);
    await continueSequences(manager);
    return loaded;
  });
  await migrator.up();
  return { rows, tables: header.tables.length, createdAt: header.created_at };
}

async function filledTables(manager: EntityManager): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const { name } of await readTables(manager)) {
    const rows = await manager.query<unknown[]>(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
    if (rows.length > 0) filled.push(name);
  }
  return filled;
}

/** Backwards only over empty tables: what the newer schema holds has no place in the older one. */
async function bringSchemaTo(dataSource: DataSource, migrator: Migrator, wanted: readonly string[]): Promise<void> {
  const applied = async () => (await migrator.status()).filter((state) => state.isApplied).map(({ name }) => name);
  if ((await applied()).some((name) => !wanted.includes(name))) await dataSource.transaction(emptyAll);
  while ((await applied()).some((name) => !wanted.includes(name))) await migrator.down();
  await migrator.up(wanted.at(-1));
}

async function emptyAll(manager: EntityManager): Promise<void> {
  const names = (await readTables(manager)).map(({ name }) => quoted(name));
  if (names.length > 0) await manager.query(`TRUNCATE ${names.join(', ')}`);
}

async function load(manager: EntityManager, { tables }: BackupHeader, path: string): Promise<number> {
  let [current, waiting, size, rows]: [number, (string | null)[][], number, number] = [0, [], 0, 0];
  const flush = async (): Promise<void> => {
    const table = tables[current];
    if (table !== undefined && waiting.length > 0) await insert(manager, table, waiting);
    [waiting, size] = [[], 0];
  };
  for await (const [index, ...values] of backupRows(path)) {
    if (index !== current || waiting.length >= ROWS_AT_ONCE || size > CHARACTERS_AT_ONCE) await flush();
    current = index;
    if (tables[index]?.name === LEFT_OUT) continue;
    waiting.push(values);
    rows += 1;
    for (const value of values) size += value?.length ?? 0;
  }
  await flush();
  return rows;
}

async function insert(
  manager: EntityManager,
  { name, columns }: BackupHeader['tables'][number],
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const marks = columns.map((_, index) => `$${index + 1}::text[]`);
  const aliases = columns.map((_, index) => `c${index}`);
  const values = columns.map(({ type }, index) => `r.c${index}::${type}`);
  await manager.query(
    `INSERT INTO ${quoted(name)} (${columns.map((column) => quoted(column.name)).join(', ')}) OVERRIDING SYSTEM VALUE
     SELECT ${values.join(', ')} FROM unnest(${marks.join(', ')}) AS r(${aliases.join(', ')})`,
    columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  );
}

/** Numbers that are given out go on after the highest. */
async function continueSequences(manager: EntityManager): Promise<void> {
  for (const { name, columns } of await readTables(manager)) {
    for (const column of columns) {
      const [row] = await manager.query<{ sequence: string | null }[]>(
        'SELECT pg_get_serial_sequence($1, $2) AS sequence',
        [quoted(name), column.name],
      );
      if (row?.sequence === undefined || row.sequence === null) continue;
      await manager.query(
        `SELECT setval($1, greatest(max(${quoted(column.name)}), 1), max(${quoted(column.name)}) IS NOT NULL) FROM ${quoted(name)}`,
        [row.sequence],
      );
    }
  }
}
