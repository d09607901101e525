import { DispatchModule } from '@council/dispatch';
import { LlmProviderModule } from '@council/llm-provider';
import { MemoryModule } from '@council/memory';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentIndexing } from './document-indexing.js';
import { ExecuteController } from './execute.controller.js';
import { SessionControl } from './session-control.service.js';
import { SessionDrafts } from './session-drafts.js';
import { SessionEntity } from './session.entity.js';
import { SessionEventEntity } from './session-event.entity.js';
import { SessionFileEntity } from './session-file.entity.js';
import { SessionLeaseEntity } from './session-lease.entity.js';
import { SessionMessageEntity } from './session-message.entity.js';
import { SessionReader } from './session-reader.service.js';
import { SessionSources } from './session-sources.js';
import { SessionStarter } from './session-starter.service.js';
import { SessionStoreModule } from './session-store.module.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      SessionEntity,
      SessionEventEntity,
      SessionFileEntity,
      SessionLeaseEntity,
      SessionMessageEntity,
    ]),
    SessionStoreModule,
    DispatchModule.with(LlmProviderModule),
    LlmProviderModule,
    MemoryModule,
  ],
  controllers: [ExecuteController, SessionsController],
  providers: [
    DocumentIndexing,
    SessionControl,
    SessionDrafts,
    SessionReader,
    SessionSources,
    SessionStarter,
    SessionsRepository,
  ],
  exports: [SessionControl, SessionDrafts, SessionReader, SessionStarter, SessionsRepository],
})
export class SessionsModule {}
