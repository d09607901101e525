import { Module } from '@nestjs/common';
import { AgentsModule } from './agents/agents.module.js';
import { GroupsModule } from './groups/groups.module.js';
import { IdempotencyModule } from './idempotency/idempotency.module.js';
import { MoneyModule } from './money/money.module.js';
import { ProvidersModule } from './providers/providers.module.js';
import { RealtimeModule } from './realtime/realtime.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { TemplatesModule } from './templates/templates.module.js';
import { GraphChecksModule } from './workflows/checks/graph-checks.module.js';
import { GenerateModule } from './workflows/generate/generate.module.js';
import { WorkflowsModule } from './workflows/workflows.module.js';

/** Everything about the council that is reached over the wire. */
@Module({
  imports: [
    IdempotencyModule,
    AgentsModule,
    GroupsModule,
    WorkflowsModule,
    TemplatesModule,
    ProvidersModule,
    SessionsModule,
    MoneyModule,
    RealtimeModule,
    GraphChecksModule,
    GenerateModule,
  ],
  exports: [RealtimeModule],
})
export class CouncilModule {}
