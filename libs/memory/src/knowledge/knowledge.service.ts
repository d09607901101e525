import type { KnowledgeItem, KnowledgePage, KnowledgeQuery } from '@council/contracts';
import { Embedder } from '@council/council-core';
import { EmbeddingStore } from '@council/embeddings';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { type FoundMemory, MemoriesRepository } from '../memories/memories.repository.js';
import { KnowledgeRepository } from './knowledge.repository.js';

const TITLE_LENGTH = 80;
const SUMMARY_LENGTH = 240;
const MOST_RELEVANT = 5;

/** What a session could draw on: the memories of its group. A session without a group has none. */
@Injectable()
export class KnowledgeService {
  constructor(
    private readonly sessions: KnowledgeRepository,
    private readonly memories: MemoriesRepository,
    private readonly embedder: Embedder,
    private readonly embeddings: EmbeddingStore,
  ) {}

  async ofSession(sessionUuid: string, { layer, q, limit, offset }: KnowledgeQuery): Promise<KnowledgePage> {
    const session = await this.sessions.find(sessionUuid);
    if (session === null) throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
    const { groupUuid, subject } = session;
    const isEmpty = groupUuid === null || (layer !== 'all' && layer !== 'long-term');
    if (isEmpty) return { items: [], total: 0, limit, offset };
    const model = await this.embedder.model();
    await this.embeddings.register(model);
    const total = await this.sessions.countMemories(groupUuid, model);
    if (total <= offset) return { items: [], total, limit, offset };
    const [asked] = await this.embedder.embedOrRecall([q.trim() === '' ? subject : q]);
    const scope = { groupUuid, sessionUuid: null };
    const found = await this.memories.findNearest(scope, model, asked?.vector ?? [], offset + limit);
    return { items: found.slice(offset).map(toItem), total, limit, offset };
  }
}

function toItem({ memoryUuid, content, score, createdAt }: FoundMemory): KnowledgeItem {
  const lines = content.split('\n').map((line) => line.replace(/^[#>*\-\s]+/, '').trim());
  const [title = '', ...rest] = lines.filter((line) => line !== '');
  return {
    knowledge_uuid: memoryUuid,
    title: shortened(title === '' ? content : title, TITLE_LENGTH),
    summary: shortened(rest.length === 0 ? content : rest.join(' '), SUMMARY_LENGTH),
    content,
    memory_layer: 'long-term',
    relevance_score: Math.round(Math.min(1, Math.max(0, score)) * MOST_RELEVANT),
    created_at: createdAt.toISOString(),
  };
}

/** Never half a surrogate pair. */
function shortened(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
