import type { EmbeddingModel } from '@council/council-core';
import { EmbeddingStore } from '@council/embeddings';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Found } from '../found.js';
import type { Chunk } from '../splitting/split-text.js';

export interface Passage {
  readonly passageUuid: string;
  readonly content: string;
  readonly contentHash: string;
}

/** The document under work as the session began with it: its first version, or what the log's first event says. */
const DOCUMENT = `
SELECT coalesce(
  (SELECT content FROM session_files WHERE session_uuid = $1 AND path = '/document.md' AND version = 1),
  (SELECT data->>'document' FROM session_events WHERE session_uuid = $1 AND seq = 1)
) AS document`;

@Injectable()
export class PassagesRepository {
  constructor(
    private readonly database: DataSource,
    private readonly embeddings: EmbeddingStore,
  ) {}

  /** Null: the session has no document. */
  async findDocument(sessionUuid: string): Promise<string | null> {
    const rows = await this.database.query<{ document: string | null }[]>(DOCUMENT, [sessionUuid]);
    return rows[0]?.document ?? null;
  }

  /** All of them or none; those that are there already stay. */
  async insert(sessionUuid: string, chunks: readonly Chunk[]): Promise<void> {
    await this.database.query(
      `INSERT INTO passages (session_uuid, position, first_line, last_line, content, content_hash)
       SELECT $1, ordinality, first_line, last_line, content, content_hash
       FROM unnest($2::int[], $3::int[], $4::text[], $5::text[])
         WITH ORDINALITY AS item(first_line, last_line, content, content_hash, ordinality)
       ON CONFLICT (session_uuid, position) DO NOTHING`,
      [
        sessionUuid,
        chunks.map((chunk) => chunk.firstLine),
        chunks.map((chunk) => chunk.lastLine),
        chunks.map((chunk) => chunk.content),
        chunks.map((chunk) => chunk.contentHash),
      ],
    );
  }

  findWithoutVector(sessionUuid: string, { modelId }: EmbeddingModel, limit: number): Promise<readonly Passage[]> {
    return this.database.query<Passage[]>(
      `SELECT passage_uuid AS "passageUuid", content, content_hash AS "contentHash" FROM passages
       WHERE session_uuid = $1 AND NOT EXISTS (
         SELECT 1 FROM embeddings WHERE owner_uuid = passage_uuid AND model_id = $2)
       ORDER BY position LIMIT $3`,
      [sessionUuid, modelId, limit],
    );
  }

  /** Of passages that were deleted meanwhile nothing is kept. */
  async saveVectors(
    sessionUuid: string,
    model: EmbeddingModel,
    passages: readonly Passage[],
    vectors: readonly (readonly number[])[],
  ): Promise<void> {
    await this.database.transaction(async (manager) => {
      const rows = await manager.query<{ passage_uuid: string }[]>(
        'SELECT passage_uuid FROM passages WHERE passage_uuid = ANY($1::uuid[]) ORDER BY passage_uuid FOR KEY SHARE',
        [passages.map(({ passageUuid }) => passageUuid)],
      );
      const present = new Set(rows.map((row) => row.passage_uuid));
      const kept = passages.flatMap(({ passageUuid, contentHash }, index) =>
        present.has(passageUuid)
          ? [{ ownerUuid: passageUuid, scopeUuid: sessionUuid, contentHash, vector: vectors[index] ?? [] }]
          : [],
      );
      await this.embeddings.save(manager, model, 'passage', kept);
    });
  }

  findNearest(
    sessionUuid: string,
    model: EmbeddingModel,
    vector: readonly number[],
    limit: number,
  ): Promise<readonly Found[]> {
    return this.database.transaction(async (manager) => {
      const near = await this.embeddings.findNearest(manager, model, { scopeUuid: sessionUuid, vector, limit });
      const passages = await readPassages(
        manager,
        near.map(({ ownerUuid }) => ownerUuid),
      );
      return near.flatMap(({ ownerUuid, score }) => {
        const found = passages.get(ownerUuid);
        return found === undefined ? [] : [{ ...found, score }];
      });
    });
  }
}

async function readPassages(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Omit<Found, 'score'>>> {
  const rows = await manager.query<{ passage_uuid: string; first_line: number; last_line: number; content: string }[]>(
    'SELECT passage_uuid, first_line, last_line, content FROM passages WHERE passage_uuid = ANY($1::uuid[])',
    [ids],
  );
  return new Map(
    rows.map(({ passage_uuid, first_line, last_line, content }) => {
      const lines = first_line === last_line ? `L${first_line}` : `L${first_line}-${last_line}`;
      return [passage_uuid, { content, source: `document ${lines}` }];
    }),
  );
}
