import { Access, type Principal } from '@council/access';
import type { MemoryIngest, MemoryIngested, MemoryQuery, MemoryResults } from '@council/contracts';
import { Embedder } from '@council/council-core';
import { EmbeddingStore } from '@council/embeddings';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import type { Found } from '../found.js';
import { PassagesRepository } from '../passages/passages.repository.js';
import { type Chunk, splitText } from '../splitting/split-text.js';
import { MemoriesRepository, type MemoryScope } from './memories.repository.js';

/** `isCached`: the question's vector was at hand. */
type FoundMemories = MemoryResults & { readonly isCached: boolean };

const NO_VECTOR = { vector: [], isCached: false };

/** What a group keeps in mind between its sessions. No group ever sees another's. */
@Injectable()
export class MemoryService {
  constructor(
    private readonly memories: MemoriesRepository,
    private readonly passages: PassagesRepository,
    private readonly embedder: Embedder,
    private readonly embeddings: EmbeddingStore,
    private readonly access: Access,
  ) {}

  /** All of the content is kept, or nothing. What the group remembers already is not embedded again. */
  async ingest({ group_uuid, content, session_id }: MemoryIngest, who: Principal): Promise<MemoryIngested> {
    await this.access.assert(who, 'group', group_uuid, 'act');
    const scope = { groupUuid: group_uuid, sessionUuid: session_id ?? null };
    await this.assertScope(scope);
    const model = await this.embedder.model();
    await this.embeddings.register(model);
    const chunks = distinct(splitText(content));
    const hashes = chunks.map(({ contentHash }) => contentHash);
    const known = await this.memories.findKnown(group_uuid, model, hashes);
    const fresh = chunks.filter(({ contentHash }) => !known.has(contentHash));
    const texts = await this.embedder.embedOrRecall(fresh.map((chunk) => chunk.content));
    const embedded = fresh.map((chunk, index) => ({ ...chunk, vector: texts[index]?.vector ?? [] }));
    if (!(await this.memories.insert(scope, model, embedded))) throw unknownGroup(group_uuid);
    const cached = texts.filter(({ isCached }) => isCached).length;
    const pieces = { known: chunks.length - fresh.length, cached, embedded: fresh.length - cached };
    return { status: 'ingested', pieces };
  }

  /** Near to the question, the nearest first: memories of the group or of one session, and that session's document. */
  async query(
    { group_uuid, query, limit }: MemoryQuery,
    sessionUuid: string | null,
    who: Principal,
  ): Promise<FoundMemories> {
    await this.access.assert(who, 'group', group_uuid, 'see');
    const scope = { groupUuid: group_uuid, sessionUuid };
    await this.assertScope(scope);
    const model = await this.embedder.model();
    await this.embeddings.register(model);
    const [{ vector, isCached } = NO_VECTOR] = await this.embedder.embedOrRecall([query]);
    const memories = await this.memories.findNearest(scope, model, vector, limit);
    const passages = sessionUuid === null ? [] : await this.passages.findNearest(sessionUuid, model, vector, limit);
    const found = [...memories, ...passages].toSorted((left, right) => right.score - left.score);
    return { results: found.slice(0, limit).map(toHit), isCached };
  }

  private async assertScope(scope: MemoryScope): Promise<void> {
    if (!(await this.memories.hasGroup(scope.groupUuid))) throw unknownGroup(scope.groupUuid);
    if (scope.sessionUuid === null || (await this.memories.hasSession(scope))) return;
    throw new AppError('not-found', 'SESSION.NOT_FOUND', 'session not found', {
      detail: `Group ${scope.groupUuid} has no session ${scope.sessionUuid}.`,
    });
  }
}

const distinct = (chunks: readonly Chunk[]): Chunk[] => [
  ...new Map(chunks.map((chunk) => [chunk.contentHash, chunk])).values(),
];

const toHit = ({ content, source, score }: Found) => ({ Content: content, Source: source, Score: score });

function unknownGroup(groupUuid: string): AppError {
  return new AppError('not-found', 'GROUP.NOT_FOUND', 'group not found', { detail: `There is no group ${groupUuid}.` });
}
