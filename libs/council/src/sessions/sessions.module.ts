import { DispatchModule } from '@council/dispatch';
import { LlmProviderModule } from '@council/llm-provider';
import { MemoryModule } from '@council/memory';
import { ToolsModule } from '@council/tools';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditController } from './audit/audit.controller.js';
import { AuditEntryEntity } from './audit/audit-entry.entity.js';
import { AuditReader } from './audit/audit-reader.service.js';
import { GroupMonthEntity } from './budgets/group-month.entity.js';
import { SessionAllotmentEntity } from './budgets/session-allotment.entity.js';
import { DocumentIndexing } from './document-indexing.js';
import { ExecuteController } from './execute.controller.js';
import { ForkDrafts } from './fork/fork-drafts.js';
import { ForkableLogsRepository } from './fork/forkable-logs.repository.js';
import { SessionForker } from './fork/session-forker.service.js';
import { SessionFilesController } from './files/session-files.controller.js';
import { SessionFilesRepository } from './files/session-files.repository.js';
import { SessionFilesService } from './files/session-files.service.js';
import { SessionLogController } from './log/session-log.controller.js';
import { SessionLogsRepository } from './log/session-logs.repository.js';
import { SessionLogs } from './log/session-logs.service.js';
import { SessionRebuilder } from './log/session-rebuilder.service.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { ReviewsRepository } from './reviews/reviews.repository.js';
import { ReviewsService } from './reviews/reviews.service.js';
import { SessionReviewEntity } from './reviews/session-review.entity.js';
import { SessionControl } from './control/session-control.service.js';
import { SessionInterventions } from './control/session-interventions.service.js';
import { SessionInterventionsController } from './control/session-interventions.controller.js';
import { SessionDrafts } from './session-drafts.js';
import { SessionEntity } from './session.entity.js';
import { SessionEventEntity } from './session-event.entity.js';
import { SessionFileEntity } from './session-file.entity.js';
import { SessionLeaseEntity } from './session-lease.entity.js';
import { SessionMessageEntity } from './session-message.entity.js';
import { SessionLimits } from './session-limits.js';
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
      AuditEntryEntity,
      GroupMonthEntity,
      SessionAllotmentEntity,
      SessionEntity,
      SessionEventEntity,
      SessionFileEntity,
      SessionLeaseEntity,
      SessionMessageEntity,
      SessionReviewEntity,
    ]),
    SessionStoreModule,
    DispatchModule.with(LlmProviderModule, ToolsModule, MemoryModule),
    ToolsModule,
    LlmProviderModule,
    MemoryModule,
  ],
  controllers: [
    AuditController,
    ExecuteController,
    ReviewsController,
    SessionFilesController,
    SessionInterventionsController,
    SessionLogController,
    SessionsController,
  ],
  providers: [
    AuditReader,
    DocumentIndexing,
    ForkDrafts,
    ForkableLogsRepository,
    ReviewsRepository,
    ReviewsService,
    SessionControl,
    SessionDrafts,
    SessionFilesRepository,
    SessionFilesService,
    SessionForker,
    SessionInterventions,
    SessionLimits,
    SessionLogs,
    SessionLogsRepository,
    SessionReader,
    SessionRebuilder,
    SessionSeeds,
    SessionSources,
    SessionStarter,
    SessionsRepository,
  ],
  exports: [
    SessionControl,
    SessionDrafts,
    SessionInterventions,
    SessionLogs,
    SessionReader,
    SessionRebuilder,
    SessionSources,
    SessionStarter,
    SessionsRepository,
  ],
})
export class SessionsModule {}
