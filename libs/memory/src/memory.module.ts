import { Recollection } from '@council/council-core';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { KnowledgeController } from './knowledge/knowledge.controller.js';
import { KnowledgeRepository } from './knowledge/knowledge.repository.js';
import { KnowledgeService } from './knowledge/knowledge.service.js';
import { MemoriesRepository } from './memories/memories.repository.js';
import { MemoryController } from './memories/memory.controller.js';
import { MemoryEntity } from './memories/memory.entity.js';
import { MemoryService } from './memories/memory.service.js';
import { IndexingQueueRepository } from './passages/indexing-queue.repository.js';
import { PassageIndexer } from './passages/passage-indexer.js';
import { PassageIndexingEntity } from './passages/passage-indexing.entity.js';
import { PassageEntity } from './passages/passage.entity.js';
import { PassagesRepository } from './passages/passages.repository.js';
import { MemoryRecollection } from './recollection/memory-recollection.js';
import { VerdictsRepository } from './recollection/verdicts.repository.js';

/** Needs the global `EmbeddingsModule`. */
@Module({
  imports: [TypeOrmModule.forFeature([MemoryEntity, PassageEntity, PassageIndexingEntity])],
  controllers: [MemoryController, KnowledgeController],
  providers: [
    MemoriesRepository,
    MemoryService,
    KnowledgeRepository,
    KnowledgeService,
    PassagesRepository,
    IndexingQueueRepository,
    PassageIndexer,
    VerdictsRepository,
    { provide: Recollection, useClass: MemoryRecollection },
  ],
  exports: [PassageIndexer, Recollection],
})
export class MemoryModule {}
