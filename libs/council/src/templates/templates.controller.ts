import { Allow, type Principal, Who } from '@council/access';
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
  @Allow('viewer')
  @ApiOperation({ summary: 'List templates, newest first', operationId: 'listTemplates' })
  @ApiQuery({ name: 'category', required: false })
  @ApiQuery({ name: 'include_system', required: false, description: 'false: only those that people have made' })
  @ApiOkResponse({ standardSchema: Template, isArray: true })
  @SerializeOptions({ schema: Template })
  list(@Query({ schema: TemplateQuery }) query: TemplateQuery): Promise<Template[]> {
    return this.templates.list(query);
  }

  @Post()
  @Allow('member')
  @Idempotent()
  @ApiOperation({ summary: 'Keep a graph as a template', operationId: 'createTemplate' })
  @ApiCreatedResponse({ standardSchema: Template })
  @SerializeOptions({ schema: Template })
  create(@Body({ schema: TemplateDraft }) draft: TemplateDraft): Promise<Template> {
    return this.templates.create(draft);
  }

  @Get(':id')
  @Allow('viewer')
  @ApiOperation({ summary: 'Read a template', operationId: 'getTemplate' })
  @ApiOkResponse({ standardSchema: Template })
  @SerializeOptions({ schema: Template })
  get(@Param('id', { schema: Uuid }) id: string): Promise<Template> {
    return this.templates.get(id);
  }

  @Put(':id')
  @Allow('member')
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
  @Allow('member', 'body')
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
    @Who() who: Principal,
  ): Promise<GraphDefinition> {
    return this.uses.instantiate(id, use, who);
  }

  @Post(':id/apply')
  @Allow('member', 'body')
  @Idempotent()
  @ApiOperation({ summary: 'Another name of instantiate', operationId: 'applyTemplate' })
  @ApiCreatedResponse({ standardSchema: GraphDefinition })
  @SerializeOptions({ schema: GraphDefinition })
  apply(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: TemplateUse }) use: TemplateUse,
    @Who() who: Principal,
  ): Promise<GraphDefinition> {
    return this.uses.instantiate(id, use, who);
  }

  @Delete(':id')
  @Allow('member')
  @ApiOperation({ summary: "Delete a user's template", operationId: 'deleteTemplate' })
  @ApiOkResponse({ standardSchema: Deleted })
  @SerializeOptions({ schema: Deleted })
  delete(@Param('id', { schema: Uuid }) id: string): Promise<{ status: 'deleted' }> {
    return this.templates.delete(id);
  }
}
