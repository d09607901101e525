import type { EmbeddingModel } from '@council/council-core';
import { EmbeddingStore } from '@council/embeddings';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Found } from '../found.js';
import type { Chunk } from '../splitting/split-text.js';

/** A group, or that part of it which came out of one of its sessions. */
export interface MemoryScope {
  readonly groupUuid: string;
  readonly sessionUuid: string | null;
}

export interface EmbeddedChunk extends Chunk {
  readonly vector: readonly number[];
}

export type FoundMemory = Found & { readonly memoryUuid: string; readonly createdAt: Date };

/** Reads and writes are within one group: its id is the scope of every vector here. */
@Injectable()
export class MemoriesRepository {
  constructor(
    private readonly database: DataSource,
    private readonly embeddings: EmbeddingStore,
  ) {}

  async hasGroup(groupUuid: string): Promise<boolean> {
    const rows = await this.database.query<unknown[]>('SELECT 1 FROM groups WHERE group_uuid = $1', [groupUuid]);
    return rows.length > 0;
  }

  async hasSession({ groupUuid, sessionUuid }: MemoryScope): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      'SELECT 1 FROM sessions WHERE session_uuid = $1 AND group_uuid = $2',
      [sessionUuid, groupUuid],
    );
    return rows.length > 0;
  }

  /** Which of these the group remembers already, with a vector of this model. */
  async findKnown(
    groupUuid: string,
    { modelId }: EmbeddingModel,
    contentHashes: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ content_hash: string }[]>(
      `SELECT memories.content_hash FROM memories JOIN embeddings ON owner_uuid = memory_uuid AND model_id = $2
       WHERE group_uuid = $1 AND memories.content_hash = ANY ($3::text[])`,
      [groupUuid, modelId, contentHashes],
    );
    return new Set(rows.map((row) => row.content_hash));
  }

  /** All of them with their vectors, or none. False: the group has gone. */
  insert(
    { groupUuid, sessionUuid }: MemoryScope,
    model: EmbeddingModel,
    chunks: readonly EmbeddedChunk[],
  ): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const group = 'SELECT 1 FROM groups WHERE group_uuid = $1 FOR KEY SHARE';
      if ((await manager.query<unknown[]>(group, [groupUuid])).length === 0) return false;
      const ids = await insertContents(manager, groupUuid, sessionUuid, chunks);
      const vectors = chunks.flatMap(({ contentHash, vector }) => {
        const ownerUuid = ids.get(contentHash);
        return ownerUuid === undefined ? [] : [{ ownerUuid, scopeUuid: groupUuid, contentHash, vector }];
      });
      await this.embeddings.save(manager, model, 'memory', vectors);
      return true;
    });
  }

  /** `withinDays`: nothing older. */
  findNearest(
    scope: MemoryScope,
    model: EmbeddingModel,
    vector: readonly number[],
    limit: number,
    withinDays: number | null = null,
  ): Promise<readonly FoundMemory[]> {
    const isPart = scope.sessionUuid !== null || withinDays !== null;
    return this.database.transaction(async (manager) => {
      const owners = isPart ? await idsOf(manager, scope, withinDays) : undefined;
      const near = await this.embeddings.findNearest(manager, model, {
        scopeUuid: scope.groupUuid,
        vector,
        limit,
        owners,
      });
      const rows = await manager.query<{ memory_uuid: string; content: string; created_at: Date }[]>(
        'SELECT memory_uuid, content, created_at FROM memories WHERE memory_uuid = ANY ($1::uuid[])',
        [near.map(({ ownerUuid }) => ownerUuid)],
      );
      const contents = new Map(rows.map((row) => [row.memory_uuid, row]));
      return near.flatMap(({ ownerUuid, score }) => {
        const row = contents.get(ownerUuid);
        if (row === undefined) return [];
        const { memory_uuid: memoryUuid, content, created_at: createdAt } = row;
        return [{ memoryUuid, content, source: 'memory', score, createdAt }];
      });
    });
  }
}

/** Their ids by content hash, also of those that were there. */
async function insertContents(
  manager: EntityManager,
  groupUuid: string,
  sessionUuid: string | null,
  chunks: readonly Chunk[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = chunks.map(({ contentHash }) => contentHash);
  await manager.query(
    `INSERT INTO memories (group_uuid, session_uuid, content, content_hash)
     SELECT $1, $2, content, content_hash FROM unnest($3::text[], $4::text[]) AS item(content, content_hash)
     ON CONFLICT (group_uuid, content_hash) DO NOTHING`,
    [groupUuid, sessionUuid, chunks.map(({ content }) => content), hashes],
  );
  const rows = await manager.query<{ memory_uuid: string; content_hash: string }[]>(
    `SELECT memory_uuid, content_hash FROM memories WHERE group_uuid = $1 AND content_hash = ANY ($2::text[])
     ORDER BY memory_uuid FOR KEY SHARE`,
    [groupUuid, hashes],
  );
  return new Map(rows.map((row) => [row.content_hash, row.memory_uuid]));
}

async function idsOf(
  manager: EntityManager,
  { groupUuid, sessionUuid }: MemoryScope,
  withinDays: number | null,
): Promise<string[]> {
  const rows = await manager.query<{ memory_uuid: string }[]>(
    `SELECT memory_uuid FROM memories WHERE group_uuid = $1 AND ($2::uuid IS NULL OR session_uuid = $2::uuid)
       AND ($3::int IS NULL OR created_at >= now() - make_interval(days => $3::int))`,
    [groupUuid, sessionUuid, withinDays],
  );
  return rows.map((row) => row.memory_uuid);
}
