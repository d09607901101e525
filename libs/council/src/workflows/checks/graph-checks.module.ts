import { LlmProviderModule } from '@council/llm-provider';
import { ToolsModule } from '@council/tools';
import { Module } from '@nestjs/common';
import { SessionsModule } from '../../sessions/sessions.module.js';
import { GraphChecksController } from './graph-checks.controller.js';
import { GraphChecks } from './graph-checks.service.js';

/** What a builder of workflows asks: is this graph good, and what is there to draw with. */
@Module({
  imports: [LlmProviderModule, SessionsModule, ToolsModule],
  controllers: [GraphChecksController],
  providers: [GraphChecks],
  exports: [GraphChecks],
})
export class GraphChecksModule {}
