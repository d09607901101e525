import { Embedder, type EmbeddingModel } from '@council/council-core';
import { EmbeddingStore } from '@council/embeddings';
import { newUuid } from '@council/kernel';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { IndexingQueueRepository } from './indexing-queue.repository.js';
import { PassageIndexer } from './passage-indexer.js';
import { PassagesRepository } from './passages.repository.js';

let test: TestDatabase;
let database: DataSource;
const indexers: PassageIndexer[] = [];

beforeAll(async () => {
  test = await openTestDatabase();
  database = await test.connect();
});
afterEach(async () => {
  for (const indexer of indexers.splice(0)) await indexer.beforeApplicationShutdown();
  await database.query('DELETE FROM sessions');
});
afterAll(() => test.close());

/** What becomes of the call with this number, from 1: an error, or waiting until the caller gives up. */
type Script = Readonly<Record<number, Error | 'hang'>>;

class ScriptedEmbedder extends Embedder {
  readonly texts: string[] = [];
  calls = 0;

  constructor(private readonly script: Script = {}) {
    super();
  }

  async model(): Promise<EmbeddingModel> {
    return { modelId: 'scripted/two', dimension: 2 };
  }

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly number[])[]> {
    const turn = this.script[(this.calls += 1)];
    if (turn instanceof Error) throw turn;
    if (turn === 'hang') await aborted(signal);
    this.texts.push(...texts);
    return texts.map((text) => [text.length, 1]);
  }
}

const aborted = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });

function indexerWith(embedder: Embedder): PassageIndexer {
  const store = new EmbeddingStore(database);
  const passages = new PassagesRepository(database, store);
  const indexer = new PassageIndexer(new IndexingQueueRepository(database), passages, embedder, store);
  indexers.push(indexer);
  return indexer;
}

/** A document of as many passages, one a paragraph of four lines. */
const documentOf = (passages: number): string =>
  Array.from({ length: passages }, (_, n) =>
    `Paragraph ${n}.\n${'It goes on for a while here. '.repeat(5)}\n`.repeat(2),
  ).join('\n');

async function sessionWith(document: string | null): Promise<string> {
  const session = newUuid();
  await database.query(
    `INSERT INTO sessions (session_uuid, title, language, engine, usage) VALUES ($1, 'a test', 'en', '{}', '{}')`,
    [session],
  );
  await database.query(
    `INSERT INTO session_events (session_uuid, seq, event, data) VALUES ($1, 1, 'session:created', $2)`,
    [session, JSON.stringify({ document })],
  );
  return session;
}

interface Row {
  readonly state: string;
  readonly attempts: number;
  readonly error: string | null;
}
async function indexingOf(session: string): Promise<Row | undefined> {
  const rows = await database.query<Row[]>(
    'SELECT state, attempts, error FROM passage_indexings WHERE session_uuid = $1',
    [session],
  );
  return rows[0];
}
async function until(session: string, isReached: (row: Row) => boolean): Promise<Row> {
  for (;;) {
    const row = await indexingOf(session);
    if (row !== undefined && isReached(row)) return row;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const isDone = (row: Row): boolean => row.state === 'done';
const age = (session: string, interval: string): Promise<unknown> =>
  database.query('UPDATE passage_indexings SET updated_at = now() - $2::interval WHERE session_uuid = $1', [
    session,
    interval,
  ]);
const count = async (statement: string, ...values: string[]): Promise<number> =>
  Number((await database.query<{ count: string }[]>(`SELECT count(*) ${statement}`, values))[0]?.count);
const vectorsOf = (session: string): Promise<number> => count('FROM embeddings WHERE scope_uuid = $1', session);

describe('indexing the passages of a document', () => {
  it('numbers them, says on which lines they stand, and gives each a vector', async () => {
    const session = await sessionWith(documentOf(3));
    indexerWith(new ScriptedEmbedder()).schedule(session);
    expect(await until(session, isDone)).toEqual({ state: 'done', attempts: 1, error: null });
    const passages = await database.query<unknown[]>(
      'SELECT position, first_line, last_line, left(content, 12) AS words FROM passages WHERE session_uuid = $1 ORDER BY position',
      [session],
    );
    expect(passages).toEqual([
      { position: 1, first_line: 1, last_line: 4, words: 'Paragraph 0.' },
      { position: 2, first_line: 6, last_line: 9, words: 'Paragraph 1.' },
      { position: 3, first_line: 11, last_line: 14, words: 'Paragraph 2.' },
    ]);
    expect(await vectorsOf(session)).toBe(3);
  });

  it('reads the first version of the document under work, where there is one', async () => {
    const session = await sessionWith('The event.');
    await database.query(
      `INSERT INTO session_files (session_uuid, path, version, content)
       VALUES ($1, '/document.md', 1, 'The file.'), ($1, '/document.md', 2, 'A later one.')`,
      [session],
    );
    const embedder = new ScriptedEmbedder();
    indexerWith(embedder).schedule(session);
    await until(session, isDone);
    expect(embedder.texts).toEqual(['The file.']);
  });

  it('is done at once with a session that has no document, and ignores one that does not exist', async () => {
    const [session, unknown] = [await sessionWith(null), newUuid()];
    const embedder = new ScriptedEmbedder();
    const indexer = indexerWith(embedder);
    indexer.schedule(unknown);
    indexer.schedule(session);
    await until(session, isDone);
    expect(embedder.calls).toBe(0);
    expect(await indexingOf(unknown)).toBeUndefined();
  });

  it('does the work once, whoever asks for it and however many processes there are', async () => {
    const sessions = [
      await sessionWith(documentOf(2)),
      await sessionWith(documentOf(4)),
      await sessionWith(documentOf(3)),
    ];
    const embedders = [new ScriptedEmbedder(), new ScriptedEmbedder()];
    const two = embedders.map(indexerWith);
    for (const session of [...sessions, ...sessions]) for (const indexer of two) indexer.schedule(session);
    for (const session of sessions) await until(session, isDone);
    expect(embedders.flatMap(({ texts }) => texts)).toHaveLength(9);
  });
});

describe('indexing, when something goes wrong', () => {
  it('goes on after a restart with what is missing', async () => {
    const session = await sessionWith(documentOf(20));
    const first = indexerWith(new ScriptedEmbedder({ 2: 'hang' }));
    first.schedule(session);
    while ((await vectorsOf(session)) < 16) await new Promise((resolve) => setTimeout(resolve, 20));
    await first.beforeApplicationShutdown();
    expect(await indexingOf(session)).toEqual({ state: 'pending', attempts: 0, error: null });

    const embedder = new ScriptedEmbedder();
    indexerWith(embedder).resume();
    await until(session, isDone);
    expect(embedder.texts).toHaveLength(4);
    expect(await vectorsOf(session)).toBe(20);
  });

  it('takes over from a process that died, but not from one that is alive', async () => {
    const [dead, alive] = [await sessionWith(documentOf(2)), await sessionWith(documentOf(2))];
    await database.query(
      `INSERT INTO passage_indexings (session_uuid, state, attempts) VALUES ($1, 'running', 1), ($2, 'running', 1)`,
      [dead, alive],
    );
    await age(dead, '10 minutes');
    const indexer = indexerWith(new ScriptedEmbedder());
    indexer.resume();
    expect(await until(dead, isDone)).toMatchObject({ attempts: 2 });
    expect(await indexingOf(alive)).toMatchObject({ state: 'running', attempts: 1 });
  });

  it('keeps the error, waits, and tries again', async () => {
    const session = await sessionWith(documentOf(1));
    const embedder = new ScriptedEmbedder({ 1: new Error('no model today') });
    const indexer = indexerWith(embedder);
    indexer.schedule(session);
    expect(await until(session, ({ error }) => error !== null)).toEqual({
      state: 'pending',
      attempts: 1,
      error: 'no model today',
    });
    // Another session passes it by: its pause has not ended.
    const other = await sessionWith(documentOf(1));
    indexer.schedule(other);
    await until(other, isDone);
    expect(await indexingOf(session)).toMatchObject({ state: 'pending', attempts: 1 });

    await age(session, '1 minute');
    indexer.resume();
    expect(await until(session, isDone)).toEqual({ state: 'done', attempts: 2, error: null });
  });

  it('gives up after the sixth attempt', async () => {
    const session = await sessionWith(documentOf(1));
    await database.query(`INSERT INTO passage_indexings (session_uuid, attempts) VALUES ($1, 5)`, [session]);
    await age(session, '1 day');
    indexerWith(new ScriptedEmbedder({ 1: new Error('never') })).resume();
    expect(await until(session, ({ state }) => state !== 'pending' && state !== 'running')).toEqual({
      state: 'failed',
      attempts: 6,
      error: 'never',
    });
  });

  it('does not try for ever a document over which processes die', async () => {
    const session = await sessionWith(documentOf(1));
    await database.query(`INSERT INTO passage_indexings (session_uuid, state, attempts) VALUES ($1, 'running', 6)`, [
      session,
    ]);
    await age(session, '1 day');
    const embedder = new ScriptedEmbedder();
    indexerWith(embedder).resume();
    expect(await until(session, ({ state }) => state === 'failed')).toMatchObject({ attempts: 7 });
    expect(embedder.calls).toBe(0);
  });

  it('lets a session be deleted at any time, with all that was made of it', async () => {
    const session = await sessionWith(documentOf(20));
    const indexer = indexerWith(new ScriptedEmbedder({ 2: 'hang' }));
    indexer.schedule(session);
    while ((await vectorsOf(session)) < 16) await new Promise((resolve) => setTimeout(resolve, 20));
    await database.query('DELETE FROM sessions WHERE session_uuid = $1', [session]);
    await indexer.beforeApplicationShutdown();
    expect(await vectorsOf(session)).toBe(0);
    for (const table of ['passages', 'passage_indexings']) {
      expect(await count(`FROM ${table} WHERE session_uuid = $1`, session)).toBe(0);
    }
  });

  it('keeps no vector of passages that went while they were embedded', async () => {
    const session = await sessionWith(documentOf(2));
    const store = new EmbeddingStore(database);
    const passages = new PassagesRepository(database, store);
    indexerWith(new ScriptedEmbedder({ 1: new Error('not now') })).schedule(session);
    await until(session, ({ error }) => error !== null);
    const model = { modelId: 'scripted/two', dimension: 2 };
    const batch = await passages.findWithoutVector(session, model, 10);
    expect(batch).toHaveLength(2);
    await database.query('DELETE FROM passages WHERE session_uuid = $1 AND position = 1', [session]);
    await passages.saveVectors(
      session,
      model,
      batch,
      batch.map(() => [1, 1]),
    );
    expect(await vectorsOf(session)).toBe(1);
  });
});
