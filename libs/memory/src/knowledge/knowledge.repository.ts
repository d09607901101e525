import type { EmbeddingModel } from '@council/council-core';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** `subject`: what the session is about, in words. */
interface KnowingSession {
  readonly groupUuid: string | null;
  readonly subject: string;
}

@Injectable()
export class KnowledgeRepository {
  constructor(private readonly database: DataSource) {}

  async find(sessionUuid: string): Promise<KnowingSession | null> {
    const rows = await this.database.query<KnowingSession[]>(
      `SELECT group_uuid AS "groupUuid", coalesce(nullif(objective, ''), title) AS subject
       FROM sessions WHERE session_uuid = $1`,
      [sessionUuid],
    );
    return rows[0] ?? null;
  }

  /** Those that can be compared: they have a vector of this model. */
  async countMemories(groupUuid: string, { modelId }: EmbeddingModel): Promise<number> {
    const rows = await this.database.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM memories JOIN embeddings ON owner_uuid = memory_uuid AND model_id = $2
       WHERE group_uuid = $1`,
      [groupUuid, modelId],
    );
    return rows[0]?.count ?? 0;
  }
}
