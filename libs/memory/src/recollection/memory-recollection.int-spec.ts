import { Embedder, type EmbeddingModel, type RecallQuery } from '@council/council-core';
import { EmbeddingStore } from '@council/embeddings';
import { newUuid, sha256 } from '@council/kernel';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { MemoriesRepository } from '../memories/memories.repository.js';
import { MemoryRecollection } from './memory-recollection.js';
import { VerdictsRepository } from './verdicts.repository.js';

/** A text begins with its cosine to any question: "0.8 Refunds ...". */
class TellingEmbedder extends Embedder {
  asked: string[] = [];

  async model(): Promise<EmbeddingModel> {
    return { modelId: 'telling/two', dimension: 2 };
  }

  async embed(texts: readonly string[]): Promise<readonly (readonly number[])[]> {
    this.asked.push(...texts);
    return texts.map(vectorOf);
  }
}
function vectorOf(text: string): readonly number[] {
  const cosine = Number(/^[01]\.\d+/.exec(text)?.[0] ?? 1);
  return [cosine, Math.sqrt(1 - cosine ** 2)];
}

let test: TestDatabase;
let database: DataSource;
let embedder: TellingEmbedder;
let memories: MemoriesRepository;
let recollection: MemoryRecollection;
let group: string;

beforeAll(async () => {
  test = await openTestDatabase();
  database = await test.connect();
  const store = new EmbeddingStore(database);
  memories = new MemoriesRepository(database, store);
  embedder = new TellingEmbedder();
  recollection = new MemoryRecollection(memories, new VerdictsRepository(database), embedder, store);
  await store.register(await embedder.model());
});
beforeEach(async () => {
  await database.query('DELETE FROM sessions');
  await database.query('DELETE FROM groups');
  embedder.asked = [];
  group = await newGroup();
});
afterAll(() => test.close());

async function newGroup(): Promise<string> {
  const id = newUuid();
  await database.query(`INSERT INTO groups (group_uuid, name) VALUES ($1, 'a group')`, [id]);
  return id;
}
async function remember(contents: readonly string[], { daysAgo = 0, groupUuid = group } = {}): Promise<void> {
  const chunks = contents.map((content) => ({ content, contentHash: sha256(content), vector: vectorOf(content) }));
  await memories.insert({ groupUuid, sessionUuid: null }, await embedder.model(), chunks as never);
  await database.query(
    `UPDATE memories SET created_at = now() - $2 * interval '1 day' WHERE content = ANY ($1::text[])`,
    [contents, daysAgo],
  );
}
interface Ended {
  readonly daysAgo?: number;
  readonly groupUuid?: string;
  readonly status?: string;
  readonly kind?: string;
  readonly total?: number | null;
}
async function concluded(title: string, ended: Ended = {}): Promise<string> {
  const { daysAgo = 0, groupUuid = group, status = 'completed', kind = 'judged', total = 71 } = ended;
  const session = newUuid();
  await database.query(
    `INSERT INTO sessions (session_uuid, group_uuid, title, language, engine, usage, status, verdict, ended_at)
     VALUES ($1, $2, $3, 'en', '{}', '{}', $4, $5, now() - $6 * interval '1 day')`,
    [session, groupUuid, title, status, JSON.stringify({ kind, verdict: 'Go.', weighted_total: total }), daysAgo],
  );
  return session;
}
const QUERY: Omit<RecallQuery, 'groupUuid'> = {
  text: 'What was decided on refunds?',
  maxResults: 5,
  withinDays: null,
  relevance: 0,
  includeVerdicts: false,
  sessionUuid: null,
};
const recall = (query: Partial<RecallQuery> = {}) => recollection.recall({ ...QUERY, groupUuid: group, ...query });
const titles = async (query: Partial<RecallQuery> = {}): Promise<string[]> =>
  (await recall({ includeVerdicts: true, text: '', ...query })).map(({ title }) => title);
const contents = async (query: Partial<RecallQuery> = {}): Promise<string[]> =>
  (await recall(query)).map(({ content }) => content);

describe('recalling from the memories of a group', () => {
  it('gives the nearest first, with how near and how old they are', async () => {
    await remember(['0.5 far', '0.9 near']);
    expect(await recall()).toEqual([
      { kind: 'memory', title: '', content: '0.9 near', similarity: 0.9, created_at: expect.any(String) },
      { kind: 'memory', title: '', content: '0.5 far', similarity: 0.5, created_at: expect.any(String) },
    ]);
  });

  it('leaves out what is less relevant than is asked for', async () => {
    await remember(['0.71 just', '0.69 not quite', '0.2 not at all']);
    expect(await contents({ relevance: 0.7 })).toEqual(['0.71 just']);
  });

  it('gives no more than is asked for', async () => {
    await remember(Array.from({ length: 9 }, (_, n) => `0.${n}1 memory`));
    expect(await contents({ maxResults: 2 })).toEqual(['0.81 memory', '0.71 memory']);
  });

  it('leaves out what is older than the days asked for, however near and many they are', async () => {
    await remember(
      Array.from({ length: 40 }, (_, n) => `0.9${n} old`),
      { daysAgo: 8 },
    );
    await remember(['0.6 of yesterday'], { daysAgo: 1 });
    expect(await contents({ withinDays: 7, maxResults: 1 })).toEqual(['0.6 of yesterday']);
    expect(await contents({ maxResults: 1 })).toEqual(['0.99 old']);
  });

  it('never gives what another group remembers', async () => {
    await remember(['1.0 of theirs'], { groupUuid: await newGroup() });
    await remember(['0.3 of ours']);
    expect(await contents()).toEqual(['0.3 of ours']);
  });

  it('asks no model where there is nothing to ask, or nobody to ask for', async () => {
    await remember(['1.0 of ours']);
    expect(await contents({ text: ' \n' })).toEqual([]);
    expect(await contents({ groupUuid: null, includeVerdicts: true })).toEqual([]);
    expect(embedder.asked).toEqual([]);
  });
});

describe('recalling the verdicts of earlier sessions', () => {
  it('is only done where it is wanted, after the memories and within the same number', async () => {
    await concluded('The refunds');
    await remember(['0.9 near', '0.8 nearly']);
    expect(await contents()).toEqual(['0.9 near', '0.8 nearly']);
    expect(await contents({ includeVerdicts: true })).toEqual(['0.9 near', '0.8 nearly', '71 / 100. Go.']);
    expect(await contents({ includeVerdicts: true, maxResults: 2 })).toEqual(['0.9 near', '0.8 nearly']);
  });

  it('gives the latest first, as what they are', async () => {
    await concluded('Older', { daysAgo: 2 });
    await concluded('Newer', { daysAgo: 1, total: null });
    expect(await recall({ includeVerdicts: true })).toMatchObject([
      { kind: 'verdict', title: 'Newer', content: '- / 100. Go.', similarity: null },
      { kind: 'verdict', title: 'Older', content: '71 / 100. Go.', similarity: null },
    ]);
    expect(await titles({ maxResults: 1 })).toEqual(['Newer']);
  });

  it('leaves out what is older than the days asked for', async () => {
    await concluded('Old', { daysAgo: 8 });
    await concluded('Young', { daysAgo: 6 });
    expect(await titles({ withinDays: 7 })).toEqual(['Young']);
  });

  it('leaves out the session that asks, those of another group, and what is no verdict', async () => {
    const asking = await concluded('Itself');
    await concluded('Theirs', { groupUuid: await newGroup() });
    await concluded('Stopped', { status: 'cancelled' });
    await concluded('Balance of quotations', { kind: 'textual_balance' });
    await concluded('Earlier', { daysAgo: 1 });
    expect(await titles({ sessionUuid: asking })).toEqual(['Earlier']);
  });
});
