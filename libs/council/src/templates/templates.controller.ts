import { GraphDefinition, Template, TemplateDraft, TemplateQuery, TemplateUse, Uuid } from '@council/contracts';
import { Body, Controller, Delete, Get, Param, Post, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { TemplateUses } from './template-uses.service.js';
import { TemplatesService } from './templates.service.js';

const Deleted = z
  .object({ status: z.literal('deleted') })
  .meta({ id: 'TemplateDeleted', example: { status: 'deleted' } });

@ApiTags('templates')
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(
    private readonly templates: TemplatesService,
    private readonly uses: TemplateUses,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List templates, newest first', operationId: 'listTemplates' })
  @ApiQuery({ name: 'category', required: false })
  @ApiQuery({ name: 'include_system', required: false, description: 'false: only those that people have made' })
  @ApiOkResponse({ standardSchema: Template, isArray: true })
  @SerializeOptions({ schema: Template })
  list(@Query({ schema: TemplateQuery }) query: TemplateQuery): Promise<Template[]> {
    return this.templates.list(query);
  }

  @Post()
  @Idempotent()
  @ApiOperation({ summary: 'Keep a graph as a template', operationId: 'createTemplate' })
  @ApiCreatedResponse({ standardSchema: Template })
  @SerializeOptions({ schema: Template })
  create(@Body({ schema: TemplateDraft }) draft: TemplateDraft): Promise<Template> {
    return this.templates.create(draft);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a template', operationId: 'getTemplate' })
  @ApiOkResponse({ standardSchema: Template })
  @SerializeOptions({ schema: Template })
  get(@Param('id', { schema: Uuid }) id: string): Promise<Template> {
    return this.templates.get(id);
  }

  @Put(':id')
  @ApiOperation({ summary: "Replace a user's template", operationId: 'updateTemplate' })
  @ApiOkResponse({ standardSchema: Template })
  @SerializeOptions({ schema: Template })
  update(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: TemplateDraft }) draft: TemplateDraft,
  ): Promise<Template> {
    return this.templates.replace(id, draft);
  }

  @Post(':id/instantiate')
  @Idempotent()
  @ApiOperation({
    summary: 'Make a workflow from a template, with other seats if you like',
    operationId: 'instantiateTemplate',
  })
  @ApiCreatedResponse({ standardSchema: GraphDefinition })
  @SerializeOptions({ schema: GraphDefinition })
  instantiate(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: TemplateUse }) use: TemplateUse,
  ): Promise<GraphDefinition> {
    return this.uses.instantiate(id, use);
  }

  @Post(':id/apply')
  @Idempotent()
  @ApiOperation({ summary: 'Another name of instantiate', operationId: 'applyTemplate' })
  @ApiCreatedResponse({ standardSchema: GraphDefinition })
  @SerializeOptions({ schema: GraphDefinition })
  apply(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: TemplateUse }) use: TemplateUse,
  ): Promise<GraphDefinition> {
    return this.uses.instantiate(id, use);
  }

  @Delete(':id')
  @ApiOperation({ summary: "Delete a user's template", operationId: 'deleteTemplate' })
  @ApiOkResponse({ standardSchema: Deleted })
  @SerializeOptions({ schema: Deleted })
  delete(@Param('id', { schema: Uuid }) id: string): Promise<{ status: 'deleted' }> {
    return this.templates.delete(id);
  }
}
