import { AccessModule, OWNER } from '@council/access';
import { ConfigModule } from '@council/config';
import { KnowledgeQuery } from '@council/contracts';
import { AgentEntity, GroupEntity, SessionEntity } from '@council/council';
import { EmbeddingsModule } from '@council/embeddings';
import { newUuid } from '@council/kernel';
import { PersistenceModule } from '@council/persistence';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MemoryModule } from '../memory.module.js';
import { MemoryService } from '../memories/memory.service.js';
import { KnowledgeService } from './knowledge.service.js';

let test: TestDatabase;
let module: TestingModule;

beforeAll(async () => {
  test = await openTestDatabase();
  module = await Test.createTestingModule({
    imports: [
      ConfigModule.with(test.config),
      PersistenceModule.forRoot({ migrations: [], prepare: async () => undefined }),
      TypeOrmModule.forFeature([GroupEntity, AgentEntity, SessionEntity]),
      AccessModule,
      EmbeddingsModule,
      MemoryModule,
    ],
  }).compile();
  await module.init();
});
afterAll(async () => {
  await module.close();
  await test.close();
});

const FACTS = [
  '# Refunds\n\nRefunds are paid within 30 days.',
  'The office is closed on Sunday.',
  'Backups are made every night.',
];

/** A group that knows the facts, and a session of it that is about money. */
async function knowing(facts: readonly string[]): Promise<string> {
  const [group, session] = [newUuid(), newUuid()];
  const database = module.get(DataSource);
  await database.query(`INSERT INTO groups (group_uuid, name) VALUES ($1, 'a group')`, [group]);
  await database.query(
    `INSERT INTO sessions (session_uuid, group_uuid, title, objective, language, engine, usage)
     VALUES ($1, $2, 'a test', 'How long until customers get their money back?', 'en', '{}', '{}')`,
    [session, group],
  );
  for (const content of facts) await module.get(MemoryService).ingest({ group_uuid: group, content }, OWNER);
  return session;
}
const ask = (session: string, query: object = {}) =>
  module.get(KnowledgeService).ofSession(session, KnowledgeQuery.parse(query));

describe('what a session could draw on', () => {
  it('is ordered by its objective, and by a question where there is one', async () => {
    const session = await knowing(FACTS);
    const [nearest] = (await ask(session)).items;
    expect(nearest).toMatchObject({ title: 'Refunds', summary: 'Refunds are paid within 30 days.', content: FACTS[0] });
    expect((await ask(session, { q: 'On which day is nobody at work?' })).items[0]?.content).toBe(FACTS[1]);
  });

  it('comes a page at a time, each item once', async () => {
    const session = await knowing(FACTS);
    const whole = await ask(session);
    const pages = await Promise.all([0, 2, 4].map((offset) => ask(session, { limit: 2, offset })));
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
    expect(pages.map(({ items, total }) => [items.length, total])).toEqual([
      [2, 3],
      [1, 3],
      [0, 3],
    ]);
  });

  it('is nothing of another group', async () => {
    await knowing(FACTS);
    expect(await ask(await knowing([]))).toEqual({ items: [], total: 0, limit: 50, offset: 0 });
  });

  it('has short titles and summaries of whole characters', async () => {
    const content = '🏛️'.repeat(200);
    const [item] = (await ask(await knowing([content]))).items;
    expect(item?.content).toBe(content);
    expect([item?.title, item?.summary].map((text = '') => [Array.from(text).length, text.isWellFormed()])).toEqual([
      [80, true],
      [240, true],
    ]);
  });
});
