import { openTestDatabase, type TestDatabase } from '@council/testing';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { MIGRATIONS } from './migrations/index.js';
import { Migrator } from './migrator.js';

let database: TestDatabase;

beforeEach(async () => {
  Logger.overrideLogger(false);
  database = await openTestDatabase();
});

afterEach(async () => {
  await database.close();
});

const connect = (migrations: readonly (new () => MigrationInterface)[] = MIGRATIONS): Promise<DataSource> =>
  database.connect([], migrations);

async function tables(dataSource: DataSource): Promise<readonly string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

const NAMES = MIGRATIONS.map((migration) => new migration().name ?? '');

describe('the migrator', () => {
  it('reverts everything, one by one, and applies it again in order', async () => {
    const dataSource = await connect();
    const migrator = new Migrator(dataSource);
    const all = await tables(dataSource);
    for (const name of NAMES.toReversed()) expect(await migrator.down()).toBe(name);
    expect(await migrator.down()).toBeNull();
    expect(await tables(dataSource)).toEqual(['schema_migrations']);
    expect(await migrator.up()).toEqual(NAMES);
    expect(await migrator.up()).toEqual([]);
    expect(await tables(dataSource)).toEqual(all);
    expect((await migrator.status()).map(({ name, isApplied }) => [name, isApplied])).toEqual(
      NAMES.map((name) => [name, true]),
    );
  });

  it('applies each once when four start at the same time', async () => {
    const [first, ...rest] = await Promise.all([connect(), connect(), connect(), connect()]);
    const migrator = new Migrator(first);
    while ((await migrator.down()) !== null);
    const applied = await Promise.all([first, ...rest].map((dataSource) => new Migrator(dataSource).up()));
    expect(applied.flat().toSorted()).toEqual(NAMES.toSorted());
    const rows = await first.query<unknown[]>('SELECT name FROM schema_migrations');
    expect(rows).toHaveLength(NAMES.length);
  });

  it('stops at one that fails, says its name and what the database said, and leaves nothing of it', async () => {
    class Broken2999999999999 implements MigrationInterface {
      readonly name = 'Broken2999999999999';
      async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('CREATE TABLE half_done (id int)');
        await queryRunner.query('ALTER TABLE no_such_table ADD COLUMN x int');
      }
      async down(): Promise<void> {
        throw new Error('never applied');
      }
    }
    const dataSource = await connect([...MIGRATIONS, Broken2999999999999]);
    const migrator = new Migrator(dataSource);
    await expect(migrator.up()).rejects.toMatchObject({
      code: 'MIGRATION.FAILED',
      message: 'migration Broken2999999999999 failed: relation "no_such_table" does not exist',
    });
    expect(await tables(dataSource)).not.toContain('half_done');
    expect((await migrator.status()).filter(({ isApplied }) => !isApplied).map(({ name }) => name)).toEqual([
      'Broken2999999999999',
    ]);
  });
});
