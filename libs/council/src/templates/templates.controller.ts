import { Template, TemplateCategory, TemplateDraft, Uuid } from '@council/contracts';
import { Body, Controller, Delete, Get, Param, Post, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TemplatesService } from './templates.service.js';

const TemplateFilter = z.object({ category: TemplateCategory.optional() });
const Deleted = z.object({ status: z.literal('deleted') });

@ApiTags('templates')
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @ApiOperation({ summary: 'List templates, newest first', operationId: 'listTemplates' })
  @ApiOkResponse({ standardSchema: Template, isArray: true })
  @SerializeOptions({ schema: Template })
  list(@Query({ schema: TemplateFilter }) filter: z.infer<typeof TemplateFilter>): Promise<Template[]> {
    return this.templates.list(filter.category);
  }

  @Post()
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

  @Delete(':id')
  @ApiOperation({ summary: "Delete a user's template", operationId: 'deleteTemplate' })
  @ApiOkResponse({ standardSchema: Deleted })
  @SerializeOptions({ schema: Deleted })
  delete(@Param('id', { schema: Uuid }) id: string): Promise<{ status: 'deleted' }> {
    return this.templates.delete(id);
  }
}
