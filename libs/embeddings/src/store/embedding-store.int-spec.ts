import type { EmbeddingModel } from '@council/council-core';
import { newUuid, sha256 } from '@council/kernel';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { EmbeddingStore, type NewVector } from './embedding-store.js';

let test: TestDatabase;
let database: DataSource;
let store: EmbeddingStore;

/** Takes every scope for a large one. */
class WalkingStore extends EmbeddingStore {
  protected override readonly exactUpTo = 0;
}

beforeAll(async () => {
  test = await openTestDatabase();
  database = await test.connect();
  store = new EmbeddingStore(database);
});
afterAll(() => test.close());

const random = seededRandom(7);
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
}
const randomVector = (dimension: number): number[] => Array.from({ length: dimension }, random);
const vectorOf = (scopeUuid: string, vector: readonly number[], text = newUuid()): NewVector => ({
  ownerUuid: newUuid(),
  scopeUuid,
  contentHash: sha256(text),
  vector,
});
const save = (model: EmbeddingModel, vectors: readonly NewVector[]): Promise<void> =>
  database.transaction((manager) => store.save(manager, model, 'memory', vectors));
const nearest = (model: EmbeddingModel, scopeUuid: string, vector: readonly number[], limit = 10) =>
  database.transaction((manager) => store.findNearest(manager, model, { scopeUuid, vector, limit }));

async function registered(modelId: string, dimension: number): Promise<EmbeddingModel> {
  const model = { modelId, dimension };
  await store.register(model);
  return model;
}

function cosine(left: readonly number[], right: readonly number[]): number {
  const dot = left.reduce((sum, value, index) => sum + value * (right[index] ?? Number.NaN), 0);
  return dot / (Math.hypot(...left) * Math.hypot(...right));
}

describe('registering a model', () => {
  const indexesOf = (modelId: string) =>
    database.query<{ indexdef: string }[]>(`SELECT indexdef FROM pg_indexes WHERE indexname = $1`, [
      `embeddings_hnsw_${sha256(modelId).slice(0, 16)}`,
    ]);

  it('makes one index for it, however many do so at once', async () => {
    const model = { modelId: 'test/at-once', dimension: 3 };
    await Promise.all(Array.from({ length: 6 }, () => new EmbeddingStore(database).register(model)));
    const indexes = await indexesOf(model.modelId);
    expect(indexes).toHaveLength(1);
    expect(indexes[0]?.indexdef).toMatch(
      /USING hnsw .*vector\(3\).*vector_cosine_ops.* WHERE \(model_id = 'test\/at-once'/,
    );
  });

  it('refuses a model whose dimension has changed', async () => {
    await registered('test/changing', 3);
    await expect(
      new EmbeddingStore(database).register({ modelId: 'test/changing', dimension: 4 }),
    ).rejects.toMatchObject({
      code: 'EMBEDDING.DIMENSION',
      kind: 'conflict',
      detail: expect.stringMatching(/have 3 dimensions, it gives 4/) as unknown,
    });
  });

  it('takes whatever the model is called', async () => {
    const model = await registered(`custom/it's "odd" \\ %L $1; --`, 2);
    const scope = newUuid();
    await save(model, [vectorOf(scope, [1, 0])]);
    expect(await nearest(model, scope, [1, 0])).toHaveLength(1);
    expect(await indexesOf(model.modelId)).toHaveLength(1);
  });

  it('has no index for vectors that are too long for one, and finds them all the same', async () => {
    const model = await registered('test/long', 2_100);
    const scope = newUuid();
    const [near, far] = [vectorOf(scope, randomVector(2_100)), vectorOf(scope, randomVector(2_100))];
    await save(model, [far, near]);
    expect((await nearest(model, scope, near.vector)).map(({ ownerUuid }) => ownerUuid)).toEqual([
      near.ownerUuid,
      far.ownerUuid,
    ]);
    expect(await indexesOf(model.modelId)).toEqual([]);
  });
});

describe('keeping vectors', () => {
  const read = (ownerUuid: string) =>
    database.query<{ vector: string; xmin: string }[]>(
      'SELECT vector::text, xmin::text FROM embeddings WHERE owner_uuid = $1',
      [ownerUuid],
    );

  it('leaves a row alone whose text has not changed, and replaces one whose text has', async () => {
    const model = await registered('test/keeping', 3);
    const row = vectorOf(newUuid(), [1, 2, 3], 'a text');
    await save(model, [row]);
    const [before] = await read(row.ownerUuid);
    await save(model, [{ ...row, vector: [3, 2, 1] }]);
    expect(await read(row.ownerUuid)).toEqual([before]);
    await save(model, [{ ...row, vector: [3, 2, 1], contentHash: sha256('another text') }]);
    expect(await read(row.ownerUuid)).toMatchObject([{ vector: '[3,2,1]' }]);
  });

  it('refuses a vector of another dimension, and keeps none of those beside it', async () => {
    const model = await registered('test/mixed', 3);
    const good = vectorOf(newUuid(), [1, 2, 3]);
    await expect(save(model, [good, vectorOf(good.scopeUuid, [1, 2])])).rejects.toThrow(/embeddings_dim|dimensions/);
    expect(await read(good.ownerUuid)).toEqual([]);
  });

  it('keeps the vectors of two models apart', async () => {
    const [one, two] = [await registered('test/one', 3), await registered('test/two', 2)];
    const row = vectorOf(newUuid(), [1, 2, 3]);
    await save(one, [row]);
    await save(two, [{ ...row, vector: [2, 1] }]);
    expect(await nearest(one, row.scopeUuid, [1, 2, 3])).toMatchObject([{ ownerUuid: row.ownerUuid }]);
    expect((await nearest(two, row.scopeUuid, [2, 1]))[0]?.score).toBeCloseTo(1, 5);
  });
});

describe('searching', () => {
  const DIMENSION = 16;
  const SMALL = newUuid();
  const small = Array.from({ length: 30 }, () => vectorOf(SMALL, randomVector(DIMENSION)));
  const asked = randomVector(DIMENSION);
  const best = small
    .map(({ ownerUuid, vector }) => ({ ownerUuid, score: cosine(vector, asked) }))
    .toSorted((left, right) => right.score - left.score)
    .slice(0, 10);
  const model: EmbeddingModel = { modelId: 'test/many', dimension: DIMENSION };

  /** One hundredth of 3,000 is the small scope's. The index is made afterwards: that takes a tenth of the time. */
  beforeAll(async () => {
    await database.query('INSERT INTO embedding_models (model_id, dim) VALUES ($1, $2)', [model.modelId, DIMENSION]);
    const others = Array.from({ length: 2_970 }, (_, n) => vectorOf(scopes[n % 99] ?? '', randomVector(DIMENSION)));
    await save(model, [...others, ...small]);
    await store.register(model);
    await database.query('ANALYZE embeddings');
  });
  const scopes = Array.from({ length: 99 }, () => newUuid());
  // Sorting is made dear, so that the planner walks the HNSW index.
  const setting = `SELECT current_setting('hnsw.iterative_scan') AS scan`;
  const walkTheIndex = `SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off`;

  it('finds the nearest of a small scope among thousands, in order and with their cosine', async () => {
    const found = await nearest(model, SMALL, asked);
    expect(found.map(({ ownerUuid }) => ownerUuid)).toEqual(best.map(({ ownerUuid }) => ownerUuid));
    found.forEach(({ score }, index) => {
      expect(score).toBeCloseTo(best[index]?.score ?? Number.NaN, 5);
    });
  });

  it('compares a small scope one by one, whatever the planner likes best', async () => {
    const { found, scan } = await database.transaction(async (manager) => {
      await manager.query(walkTheIndex);
      const near = await store.findNearest(manager, model, { scopeUuid: SMALL, vector: asked, limit: 10 });
      return { found: near, scan: await manager.query<unknown[]>(setting) };
    });
    expect(found.map(({ ownerUuid }) => ownerUuid)).toEqual(best.map(({ ownerUuid }) => ownerUuid));
    expect(scan).toEqual([{ scan: 'off' }]);
  });

  it('is not left nearly empty by the index, as a plain walk of it is', async () => {
    const plain = await database.transaction(async (manager) => {
      await manager.query(`${walkTheIndex}; SET LOCAL hnsw.iterative_scan = off`);
      return manager.query<unknown[]>(
        `SELECT owner_uuid FROM embeddings WHERE scope_uuid = $1 AND model_id = $2
         ORDER BY vector::vector(${DIMENSION}) <=> $3::vector(${DIMENSION}) LIMIT 10`,
        [SMALL, model.modelId, JSON.stringify(asked)],
      );
    });
    expect(plain.length).toBeLessThan(10);
    const found = await database.transaction(async (manager) => {
      await manager.query(walkTheIndex);
      return new WalkingStore(database).findNearest(manager, model, { scopeUuid: SMALL, vector: asked, limit: 10 });
    });
    expect(found).toHaveLength(10);
    expect(
      found.filter(({ ownerUuid }) => best.some((one) => one.ownerUuid === ownerUuid)).length,
    ).toBeGreaterThanOrEqual(9);
  });

  it('sets the scan for its own transaction only', async () => {
    const within = await database.transaction(async (manager) => {
      await new WalkingStore(database).findNearest(manager, model, { scopeUuid: SMALL, vector: asked, limit: 1 });
      return manager.query<unknown[]>(setting);
    });
    expect(within).toEqual([{ scan: 'relaxed_order' }]);
    expect(await database.query<unknown[]>(setting)).toEqual([{ scan: 'off' }]);
  });

  it('looks only at those of the scope that it is told to', async () => {
    const owners = small.slice(0, 3).map(({ ownerUuid }) => ownerUuid);
    const found = await database.transaction((manager) =>
      store.findNearest(manager, model, { scopeUuid: SMALL, vector: asked, limit: 10, owners }),
    );
    expect(found.map(({ ownerUuid }) => ownerUuid).toSorted()).toEqual(owners.toSorted());
  });
});
