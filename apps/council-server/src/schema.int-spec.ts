import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

let database: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  database = await openTestDatabase();
  app = await createApp(await AppModule.forRoot(database.config), false);
});

afterAll(async () => {
  await app.close();
  await database.close();
});

/** What TypeORM would do to make the schema what the entities say. */
async function difference(): Promise<readonly string[]> {
  const builder = app.get(DataSource).driver.createSchemaBuilder();
  const { upQueries } = await builder.log();
  return upQueries.map(({ query }) => query);
}

describe('entities and migrated schema', () => {
  it('are the same', async () => {
    expect(await difference()).toEqual([]);
  });

  it('are not, once a column is gone', async () => {
    await app.get(DataSource).query('ALTER TABLE session_messages DROP COLUMN token_count');
    expect((await difference()).join('\n')).toContain('token_count');
  });
});
