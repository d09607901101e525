import type { EmbeddingModel } from '@council/council-core';
import { AppError, sha256 } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { toSql } from 'pgvector';
import { DataSource, type EntityManager } from 'typeorm';
import type { OwnerKind } from './embedding.entity.js';

export interface NewVector {
  readonly ownerUuid: string;
  readonly scopeUuid: string;
  /** SHA-256 of the text. */
  readonly contentHash: string;
  readonly vector: readonly number[];
}

export interface Nearby {
  readonly scopeUuid: string;
  readonly vector: readonly number[];
  readonly limit: number;
  /** Only these of the scope. */
  readonly owners?: readonly string[];
}

export interface Neighbour {
  readonly ownerUuid: string;
  /** Cosine similarity: 1 is equal. */
  readonly score: number;
}

/** Of all registrations on this database: any number works, as long as nothing else takes it. */
const REGISTRATION_LOCK = 7_305_422;
/** pgvector indexes no longer ones; they are compared one by one. */
const MAX_INDEXED_DIMENSION = 2_000;

/** Upserts; a row whose text has not changed stays as it is. */
const SAVE = `
INSERT INTO embeddings (owner_kind, owner_uuid, scope_uuid, model_id, dim, content_hash, vector)
SELECT $1, item.owner_uuid, item.scope_uuid, $2, $3, item.content_hash, item.vector::vector
FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[]) AS item(owner_uuid, scope_uuid, content_hash, vector)
ON CONFLICT (owner_uuid, model_id) DO UPDATE
SET scope_uuid = excluded.scope_uuid, dim = excluded.dim, content_hash = excluded.content_hash,
  vector = excluded.vector, created_at = now()
WHERE embeddings.content_hash <> excluded.content_hash`;

/**
 * Vectors in PostgreSQL, one HNSW index a model. Writes and searches happen in the caller's transaction and through its
 * manager: on the embedded database, which has one session, asking the pool from within a transaction waits for ever.
 */
@Injectable()
export class EmbeddingStore {
  /** Vectors of a scope that are compared one by one: a few dozen milliseconds, and none is missed. */
  protected readonly exactUpTo: number = 2_000;
  private readonly registered = new Set<string>();

  constructor(private readonly database: DataSource) {}

  /** Before a model's first vector is written or asked for; outside of any transaction. */
  async register(model: EmbeddingModel): Promise<void> {
    const key = `${model.dimension} ${model.modelId}`;
    if (this.registered.has(key)) return;
    await this.database.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [REGISTRATION_LOCK]);
      await assertDimension(manager, model);
      if (model.dimension <= MAX_INDEXED_DIMENSION) await createIndex(manager, model);
    });
    this.registered.add(key);
  }

  async save(
    manager: EntityManager,
    model: EmbeddingModel,
    kind: OwnerKind,
    vectors: readonly NewVector[],
  ): Promise<void> {
    if (vectors.length === 0) return;
    await manager.query(SAVE, [
      kind,
      model.modelId,
      model.dimension,
      vectors.map(({ ownerUuid }) => ownerUuid),
      vectors.map(({ scopeUuid }) => scopeUuid),
      vectors.map(({ contentHash }) => contentHash),
      vectors.map(({ vector }) => toSql([...vector]) as string),
    ]);
  }

  /**
   * The best first. The index is for large scopes: it leaves out rows that its graph has lost the way to (some that lie
   * apart from a crowd of others), which a group that remembers little would miss.
   */
  async findNearest(manager: EntityManager, model: EmbeddingModel, nearby: Nearby): Promise<readonly Neighbour[]> {
    const { scopeUuid, owners, vector, limit } = nearby;
    const isSmall = await this.isSmall(manager, model, nearby);
    // Without the iterative scan a small scope among many would be found nearly empty.
    if (!isSmall) await manager.query(`SET LOCAL hnsw.iterative_scan = 'relaxed_order'`);
    const sized = `vector(${model.dimension})`;
    const rows = await manager.query<{ owner_uuid: string; score: number }[]>(
      `WITH mine AS ${isSmall ? 'MATERIALIZED' : 'NOT MATERIALIZED'} (
         SELECT owner_uuid, vector FROM embeddings
         WHERE scope_uuid = $2 AND model_id = $3 AND ($4::uuid[] IS NULL OR owner_uuid = ANY ($4::uuid[])))
       SELECT owner_uuid, 1 - (vector::${sized} <=> $1::${sized}) AS score FROM mine
       ORDER BY vector::${sized} <=> $1::${sized} LIMIT $5`,
      [toSql([...vector]), scopeUuid, model.modelId, owners ?? null, limit],
    );
    // "Relaxed" means: nearly in order.
    return rows
      .map(({ owner_uuid, score }) => ({ ownerUuid: owner_uuid, score }))
      .toSorted((left, right) => right.score - left.score || left.ownerUuid.localeCompare(right.ownerUuid));
  }

  private async isSmall(
    manager: EntityManager,
    { modelId }: EmbeddingModel,
    { scopeUuid, owners }: Nearby,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM embeddings
       WHERE scope_uuid = $1 AND model_id = $2 AND ($3::uuid[] IS NULL OR owner_uuid = ANY ($3::uuid[])) OFFSET $4 LIMIT 1`,
      [scopeUuid, modelId, owners ?? null, this.exactUpTo],
    );
    return rows.length === 0;
  }
}

/** The first to come says what a model's dimension is. */
async function assertDimension(manager: EntityManager, { modelId, dimension }: EmbeddingModel): Promise<void> {
  await manager.query('INSERT INTO embedding_models (model_id, dim) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    modelId,
    dimension,
  ]);
  const rows = await manager.query<{ dim: number }[]>('SELECT dim FROM embedding_models WHERE model_id = $1', [
    modelId,
  ]);
  const known = rows[0]?.dim;
  if (known === dimension) return;
  throw new AppError('conflict', 'EMBEDDING.DIMENSION', `the embedding model ${modelId} has changed its dimension`, {
    detail: `The vectors that are kept have ${known ?? 0} dimensions, it gives ${dimension} now. Set EMBEDDING_MODEL and EMBEDDING_BASE_URL back, or give the model another name.`,
  });
}

async function createIndex(manager: EntityManager, { modelId, dimension }: EmbeddingModel): Promise<void> {
  const name = `embeddings_hnsw_${sha256(modelId).slice(0, 16)}`;
  // A definition takes no parameters: the server itself puts the values in.
  const rows = await manager.query<{ definition: string }[]>(
    `SELECT format('CREATE INDEX IF NOT EXISTS %I ON embeddings USING hnsw ((vector::vector(%s)) vector_cosine_ops) WHERE model_id = %L',
       $1::text, $2::int, $3::text) AS definition`,
    [name, dimension, modelId],
  );
  await manager.query(rows[0]?.definition ?? '');
}
