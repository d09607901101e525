import { LlmProviderModule } from '@council/llm-provider';
import { Module } from '@nestjs/common';
import { AgentsModule } from '../../agents/agents.module.js';
import { TemplatesModule } from '../../templates/templates.module.js';
import { GraphChecksModule } from '../checks/graph-checks.module.js';
import { GenerateController } from './generate.controller.js';
import { GraphWriter } from './graph-writer.service.js';
import { SimilarTemplates } from './similar-templates.service.js';
import { WorkflowGenerator } from './workflow-generator.service.js';

@Module({
  imports: [LlmProviderModule, AgentsModule, TemplatesModule, GraphChecksModule],
  controllers: [GenerateController],
  providers: [WorkflowGenerator, GraphWriter, SimilarTemplates],
})
export class GenerateModule {}
