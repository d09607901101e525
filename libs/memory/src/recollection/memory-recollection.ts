import type { RecalledItem } from '@council/contracts';
import { Embedder, type RecallQuery, Recollection } from '@council/council-core';
import { EmbeddingStore } from '@council/embeddings';
import { Injectable } from '@nestjs/common';
import { MemoriesRepository } from '../memories/memories.repository.js';
import { VerdictsRepository } from './verdicts.repository.js';

/** Recalls from a group's memories, and from the verdicts of its earlier sessions. */
@Injectable()
export class MemoryRecollection extends Recollection {
  constructor(
    private readonly memories: MemoriesRepository,
    private readonly verdicts: VerdictsRepository,
    private readonly embedder: Embedder,
    private readonly embeddings: EmbeddingStore,
  ) {
    super();
  }

  async recall(query: RecallQuery): Promise<readonly RecalledItem[]> {
    const { groupUuid, maxResults } = query;
    if (groupUuid === null) return [];
    const near = query.text.trim() === '' ? [] : await this.near(groupUuid, query);
    if (!query.includeVerdicts) return near.slice(0, maxResults);
    const verdicts = await this.verdicts.latest(groupUuid, query.sessionUuid, query.withinDays, maxResults);
    return [...near, ...verdicts].slice(0, maxResults);
  }

  private async near(groupUuid: string, query: RecallQuery): Promise<readonly RecalledItem[]> {
    const model = await this.embedder.model();
    await this.embeddings.register(model);
    const [text] = await this.embedder.embedOrRecall([query.text]);
    const scope = { groupUuid, sessionUuid: null };
    const { maxResults, withinDays, relevance } = query;
    const found = await this.memories.findNearest(scope, model, text?.vector ?? [], maxResults, withinDays);
    return found
      .filter(({ score }) => score >= relevance)
      .map(({ content, score, createdAt }): RecalledItem => ({
        kind: 'memory',
        title: '',
        content,
        similarity: Math.round(score * 1_000) / 1_000,
        created_at: createdAt.toISOString(),
      }));
  }
}
