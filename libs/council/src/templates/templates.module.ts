import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MoneyModule } from '../money/money.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { TemplateEntity } from './template.entity.js';
import { TemplateUses } from './template-uses.service.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([TemplateEntity]), MoneyModule, SessionsModule, WorkflowsModule],
  controllers: [TemplatesController],
  providers: [TemplatesRepository, TemplatesService, TemplateUses],
  exports: [TemplatesRepository],
})
export class TemplatesModule {}
