import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { BACKUP_FORMAT, type BackupHeader } from './backup-format.js';
import { MIGRATIONS_TABLE, quoted, readTables, speakPlainly, type TableShape } from './table-catalogue.js';

/** Some hold a whole document each. */
const ROWS_AT_ONCE = 100;

/**
 * The lines of a backup, as the database stood at one moment. On a server nobody waits for it. The embedded database has
 * one session: whoever else works on it waits until the last line was taken.
 */
export async function* backupLines(dataSource: DataSource): AsyncGenerator<string> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    await queryRunner.startTransaction('REPEATABLE READ');
    await queryRunner.query('SET TRANSACTION READ ONLY');
    await speakPlainly(queryRunner.manager);
    yield* signed(content(queryRunner.manager));
  } finally {
    if (queryRunner.isTransactionActive) await queryRunner.rollbackTransaction();
    await queryRunner.release();
  }
}

async function* content(manager: EntityManager): AsyncGenerator<string> {
  const tables = await readTables(manager);
  const applied = await manager.query<{ name: string }[]>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY timestamp`);
  const header: BackupHeader = {
    format: BACKUP_FORMAT,
    created_at: new Date().toISOString(),
    schema: applied.map(({ name }) => name),
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  };
  yield JSON.stringify(header);
  for (const [index, table] of tables.entries()) {
    for await (const values of rowsOf(manager, table)) yield JSON.stringify([index, ...values]);
  }
}

async function* rowsOf(manager: EntityManager, { name, columns, key }: TableShape) {
  const texts = columns.map((column) => `${quoted(column.name)}::text`);
  const order = key.length === 0 ? '' : `ORDER BY ${key.map(quoted).join(', ')}`;
  await manager.query(
    `DECLARE backup NO SCROLL CURSOR FOR SELECT ARRAY[${texts.join(', ')}] AS values FROM ${quoted(name)} ${order}`,
  );
  for (;;) {
    const rows = await manager.query<{ values: (string | null)[] }[]>(`FETCH ${ROWS_AT_ONCE} FROM backup`);
    for (const { values } of rows) yield values;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await manager.query('CLOSE backup');
}

async function* signed(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let rows = -1;
  for await (const line of lines) {
    rows += 1;
    hash.update(`${line}\n`);
    yield `${line}\n`;
  }
  yield `${JSON.stringify({ end: { rows, sha256: hash.digest('hex') } })}\n`;
}
