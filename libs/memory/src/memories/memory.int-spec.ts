import { AccessModule, OWNER, rememberAsking } from '@council/access';
import { ConfigModule } from '@council/config';
import { AgentEntity, GroupEntity, SessionEntity } from '@council/council';
import { Embedder } from '@council/council-core';
import { EmbeddingsModule } from '@council/embeddings';
import { newUuid } from '@council/kernel';
import { PersistenceModule } from '@council/persistence';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MemoryModule } from '../memory.module.js';
import { PassageIndexer } from '../passages/passage-indexer.js';
import { MemoryService } from './memory.service.js';

let test: TestDatabase;
let app: NestFastifyApplication;
let database: DataSource;
let memory: MemoryService;

beforeAll(async () => {
  test = await openTestDatabase();
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.with(test.config),
      PersistenceModule.forRoot({ migrations: [], prepare: async () => undefined }),
      // Their tables are what memories and passages point at.
      TypeOrmModule.forFeature([GroupEntity, AgentEntity, SessionEntity]),
      AccessModule,
      EmbeddingsModule,
      MemoryModule,
    ],
  }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      rememberAsking(request.raw, { principal: OWNER, credential: null, address: '127.0.0.1' });
      done();
    });
  app.useGlobalPipes(new StandardSchemaValidationPipe());
  await app.init();
  database = app.get(DataSource);
  memory = app.get(MemoryService);
});
afterEach(() => database.query('DELETE FROM groups'));
afterAll(async () => {
  await app.close();
  await test.close();
});

async function newGroup(): Promise<string> {
  const group = newUuid();
  await database.query(`INSERT INTO groups (group_uuid, name) VALUES ($1, 'a group')`, [group]);
  return group;
}
async function newSession(group: string, document: string | null = null): Promise<string> {
  const session = newUuid();
  await database.query(
    `INSERT INTO sessions (session_uuid, group_uuid, title, language, engine, usage) VALUES ($1, $2, 'a test', 'en', '{}', '{}')`,
    [session, group],
  );
  await database.query(
    `INSERT INTO session_events (session_uuid, seq, event, data) VALUES ($1, 1, 'session:created', $2)`,
    [session, JSON.stringify({ document })],
  );
  return session;
}
const remember = (group_uuid: string, content: string, session_id?: string) =>
  memory.ingest({ group_uuid, content, session_id }, OWNER);
const recall = async (group_uuid: string, query: string, session: string | null = null, limit = 5) =>
  (await memory.query({ group_uuid, query, limit }, session, OWNER)).results;
const post = async (url: string, payload: object) => {
  const response = await app.inject({ method: 'POST', url: `/api/v1/memory/${url}`, payload });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};
const count = async (table: string): Promise<number> =>
  Number((await database.query<{ count: string }[]>(`SELECT count(*) FROM ${table}`))[0]?.count);

const FACTS = ['Refunds are paid within 30 days.', 'The office is closed on Sunday.', 'Backups are made every night.'];

describe('the memory of a group', () => {
  it('keeps what it is given over HTTP and finds it by meaning, in the shapes of the reference', async () => {
    const group = await newGroup();
    for (const content of FACTS) {
      const pieces = { known: 0, cached: 0, embedded: 1 };
      const ingested = { status: 'ingested', pieces };
      expect(await post('ingest', { group_id: group, content })).toEqual({ status: 200, body: ingested });
    }
    const { status, body } = await post('query', { group_uuid: group, query: 'How long until I get my money back?' });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['results']);
    const results = body['results'] as Record<string, unknown>[];
    expect(results).toHaveLength(3);
    expect(results[0]).toEqual({ Content: FACTS[0], Source: 'memory', Score: expect.any(Number) as unknown });
    const scores = results.map((result) => Number(result['Score']));
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
    expect(scores[0]).toBeGreaterThan(0.3);
  });

  it('finds its own words with a score of 1, in Chinese too', async () => {
    const group = await newGroup();
    await remember(group, '退款将在三十天内支付。');
    await remember(group, '办公室星期日关闭。');
    for (const words of ['退款将在三十天内支付。', '办公室星期日关闭。']) {
      const [first, second] = await recall(group, words);
      expect(first).toMatchObject({ Content: words });
      expect(first?.Score).toBeCloseTo(1, 5);
      expect(second?.Score).toBeLessThan(0.6);
    }
  });

  it('says what it knew, what was at hand, and for what a model was asked', async () => {
    const [mine, theirs] = [await newGroup(), await newGroup()];
    const content = 'Visitors sign a book at the door.';
    const ingest = async (group_id: string) => (await post('ingest', { group_id, content })).body['pieces'];
    expect(await ingest(mine)).toEqual({ known: 0, cached: 0, embedded: 1 });
    expect(await ingest(mine)).toEqual({ known: 1, cached: 0, embedded: 0 });
    expect(await ingest(theirs)).toEqual({ known: 0, cached: 1, embedded: 0 });
    const ask = async (query: string) => {
      const payload = { group_id: theirs, query };
      return (await app.inject({ method: 'POST', url: '/api/v1/memory/query', payload })).headers['x-council-cache'];
    };
    expect([await ask('Who signs the book?'), await ask('Who signs the book?'), await ask(content)]).toEqual([
      'miss',
      'hit',
      'hit',
    ]);
  });

  it('is empty where nothing was ingested', async () => {
    expect(await post('query', { group_id: await newGroup(), query: 'Anything?' })).toEqual({
      status: 200,
      body: { results: [] },
    });
  });

  it("is never another group's, not even for its very words", async () => {
    const [mine, theirs] = [await newGroup(), await newGroup()];
    await remember(theirs, 'Our launch code is swordfish.');
    await remember(mine, FACTS[1] ?? '');
    const found = await recall(mine, 'Our launch code is swordfish.', null, 50);
    expect(found.map(({ Content }) => Content)).toEqual([FACTS[1]]);
  });

  it('cuts a long text into pieces, each found by itself', async () => {
    const group = await newGroup();
    const filler = (topic: string) =>
      Array.from({ length: 9 }, (_, n) => `Note ${n} on ${topic} says little of it.`).join(' ');
    await remember(group, `${filler('gardens')}\n\n${FACTS[0] ?? ''} ${filler('money')}\n\n${filler('ships')}`);
    expect(await count('memories')).toBeGreaterThan(2);
    const [first] = await recall(group, 'When is a refund paid?');
    expect(first?.Content).toContain(FACTS[0]);
    expect(first?.Content).not.toContain('ships');
  });

  it('remembers the same words once, and does not embed them twice', async () => {
    const [group, other] = [await newGroup(), await newGroup()];
    const text = FACTS.join('\n\n');
    await remember(group, text);
    const before = await database.query<unknown[]>(
      'SELECT xmin::text, ctid::text FROM memories UNION ALL SELECT xmin::text, ctid::text FROM embeddings',
    );
    await remember(group, text);
    expect(
      await database.query<unknown[]>(
        'SELECT xmin::text, ctid::text FROM memories UNION ALL SELECT xmin::text, ctid::text FROM embeddings',
      ),
    ).toEqual(before);
    await remember(other, text);
    expect(await count('memories')).toBe(2);
  });

  it('takes the same words from several at once', async () => {
    const group = await newGroup();
    await Promise.all(Array.from({ length: 5 }, () => remember(group, FACTS.join('\n\n'))));
    expect([await count('memories'), await count('embeddings')]).toEqual([1, 1]);
  });

  it('keeps all of a text or nothing', async () => {
    const group = await newGroup();
    const embedder = app.get(Embedder);
    const embed = embedder.embedOrRecall.bind(embedder);
    embedder.embedOrRecall = async (texts) =>
      (await embed(texts)).map((text, index) => (index === 1 ? { ...text, vector: text.vector.slice(1) } : text));
    try {
      await expect(remember(group, `${'One. '.repeat(90)}\n\n${'Two. '.repeat(90)}`)).rejects.toThrow(
        /dimensions|embeddings_dim/,
      );
    } finally {
      embedder.embedOrRecall = embed;
    }
    expect([await count('memories'), await count('embeddings')]).toEqual([0, 0]);
  });

  it('knows no group that does not exist, and writes nothing for it', async () => {
    const unknown = { code: 'GROUP.NOT_FOUND', kind: 'not-found' };
    await expect(remember(newUuid(), 'To nobody.')).rejects.toMatchObject(unknown);
    await expect(recall(newUuid(), 'From nobody?')).rejects.toMatchObject(unknown);
    expect(await count('memories')).toBe(0);
  });

  it.each([
    ['no group', { content: 'x' }],
    ['two groups', { group_id: newUuid(), group_uuid: newUuid(), content: 'x' }],
    ['a group that is no uuid', { group_id: 'mine', content: 'x' }],
    ['no content', { group_id: newUuid() }],
    ['blank content', { group_id: newUuid(), content: ' \n' }],
    ['binary content', { group_id: newUuid(), content: 'a\u0000b' }],
    ['too much content', { group_id: newUuid(), content: 'x'.repeat(100_001) }],
  ])('refuses %s', async (_what, body) => {
    expect((await post('ingest', body)).status).toBe(400);
  });
});

describe('asking within a session', () => {
  async function indexed(group: string, document: string): Promise<string> {
    const session = await newSession(group, document);
    app.get(PassageIndexer).schedule(session);
    for (;;) {
      const done = await database.query<unknown[]>(
        `SELECT 1 FROM passage_indexings WHERE session_uuid = $1 AND state = 'done'`,
        [session],
      );
      if (done.length > 0) return session;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('finds what its document says, with the lines, and what was remembered of it, but nothing else', async () => {
    const group = await newGroup();
    const gardens = Array.from({ length: 10 }, () => 'Roses need sun and water every day.').join(' ');
    const session = await indexed(group, `# Plan\n\n${gardens}\n\nRefunds are paid\nwithin 30 days. ${gardens}\n`);
    await remember(group, 'Customers of this plan get their money back.', session);
    await remember(group, 'Money is paid back by another plan.');
    await indexed(group, 'Refunds of another session.');

    const found = await recall(group, 'When are refunds paid?', session, 10);
    expect(found.map(({ Source }) => Source).toSorted()).toEqual(['document L1-3', 'document L5-6', 'memory']);
    expect(found.find(({ Source }) => Source === 'document L5-6')?.Content).toMatch(
      /^Refunds are paid\nwithin 30 days/,
    );
    expect(found.find(({ Source }) => Source === 'memory')?.Content).toContain('this plan');
    expect((await recall(group, 'When are refunds paid?')).map(({ Source }) => Source)).toEqual(['memory', 'memory']);
  });

  it('takes the session from the address', async () => {
    const group = await newGroup();
    const session = await indexed(group, 'A single line.');
    const { body } = await post(`query?session_id=${session}`, { group_id: group, query: 'A single line.' });
    expect(body['results']).toMatchObject([{ Content: 'A single line.', Source: 'document L1' }]);
    expect((await post('query?session_id=mine', { group_id: group, query: 'x' })).status).toBe(400);
  });

  it('is refused for a session of another group', async () => {
    const [mine, theirs] = [await newGroup(), await newGroup()];
    const session = await indexed(theirs, 'Our launch code is swordfish.');
    await expect(recall(mine, 'launch code', session)).rejects.toMatchObject({ code: 'SESSION.NOT_FOUND' });
    await expect(remember(mine, 'mine', session)).rejects.toMatchObject({ code: 'SESSION.NOT_FOUND' });
  });

  it('leaves no vector behind of what was deleted, and keeps the memories of a session that was', async () => {
    const group = await newGroup();
    const session = await indexed(group, 'A single line.');
    await remember(group, 'A memory of the session.', session);
    expect([await count('passages'), await count('embeddings')]).toEqual([1, 2]);
    await database.query('DELETE FROM sessions WHERE session_uuid = $1', [session]);
    expect([await count('passages'), await count('passage_indexings'), await count('embeddings')]).toEqual([0, 0, 1]);
    expect(await recall(group, 'A memory of the session.')).toHaveLength(1);
    await database.query('DELETE FROM groups WHERE group_uuid = $1', [group]);
    expect([await count('memories'), await count('embeddings')]).toEqual([0, 0]);
  });
});
