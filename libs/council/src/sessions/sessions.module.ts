import { DispatchModule } from '@council/dispatch';
import { LlmProviderModule } from '@council/llm-provider';
import { MemoryModule } from '@council/memory';
import { ToolsModule } from '@council/tools';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentIndexing } from './document-indexing.js';
import { ExecuteController } from './execute.controller.js';
import { SessionFilesController } from './files/session-files.controller.js';
import { SessionFilesRepository } from './files/session-files.repository.js';
import { SessionFilesService } from './files/session-files.service.js';
import { SessionControl } from './session-control.service.js';
import { SessionDrafts } from './session-drafts.js';
import { SessionEntity } from './session.entity.js';
import { SessionEventEntity } from './session-event.entity.js';
import { SessionFileEntity } from './session-file.entity.js';
import { SessionLeaseEntity } from './session-lease.entity.js';
import { SessionMessageEntity } from './session-message.entity.js';
import { SessionReader } from './session-reader.service.js';
import { SessionSeeds } from './session-seeds.js';
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
    DispatchModule.with(LlmProviderModule, ToolsModule),
    LlmProviderModule,
    MemoryModule,
  ],
  controllers: [ExecuteController, SessionFilesController, SessionsController],
  providers: [
    DocumentIndexing,
    SessionControl,
    SessionDrafts,
    SessionFilesRepository,
    SessionFilesService,
    SessionReader,
    SessionSeeds,
    SessionSources,
    SessionStarter,
    SessionsRepository,
  ],
  exports: [SessionControl, SessionDrafts, SessionReader, SessionSources, SessionStarter, SessionsRepository],
})
export class SessionsModule {}
