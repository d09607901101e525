import { LlmProviderModule } from '@council/llm-provider';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgentEntity } from './agent.entity.js';
import { AgentsController } from './agents.controller.js';
import { AgentsRepository } from './agents.repository.js';
import { AgentsService } from './agents.service.js';
import { AgentFilesController } from './files/agent-files.controller.js';
import { AgentsExporter } from './files/agents-exporter.js';
import { AgentsImporter } from './files/agents-importer.js';
import { PersonaFileEntity } from './files/persona-file.entity.js';
import { PersonaFilesRepository } from './files/persona-files.repository.js';
import { PersonaFiles } from './files/persona-files.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AgentEntity, PersonaFileEntity]), LlmProviderModule],
  controllers: [AgentFilesController, AgentsController],
  providers: [AgentsRepository, AgentsService, PersonaFilesRepository, PersonaFiles, AgentsImporter, AgentsExporter],
  exports: [AgentsRepository],
})
export class AgentsModule {}
