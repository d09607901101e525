import { Allow } from '@council/access';
import { GraphDefinition, Uuid, WorkflowListItem } from '@council/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { WorkflowsService } from './workflows.service.js';

@ApiTags('workflows')
@Controller('api/v1/workflows')
export class WorkflowsController {
  constructor(private readonly workflows: WorkflowsService) {}

  @Get()
  @Allow('viewer')
  @ApiOperation({ summary: 'List workflows without their graphs, last touched first', operationId: 'listWorkflows' })
  @ApiOkResponse({ standardSchema: WorkflowListItem, isArray: true })
  @SerializeOptions({ schema: WorkflowListItem })
  list(): Promise<WorkflowListItem[]> {
    return this.workflows.list();
  }

  @Post()
  @Allow('member')
  @Idempotent()
  @ApiOperation({ summary: 'Keep a graph as a workflow', operationId: 'createWorkflow' })
  @ApiCreatedResponse({ standardSchema: GraphDefinition })
  @SerializeOptions({ schema: GraphDefinition })
  create(@Body({ schema: GraphDefinition }) graph: GraphDefinition): Promise<GraphDefinition> {
    return this.workflows.create(graph);
  }

  @Get(':id')
  @Allow('viewer')
  @ApiOperation({ summary: "Read a workflow's graph", operationId: 'getWorkflow' })
  @ApiOkResponse({ standardSchema: GraphDefinition })
  @SerializeOptions({ schema: GraphDefinition })
  get(@Param('id', { schema: Uuid }) id: string): Promise<GraphDefinition> {
    return this.workflows.get(id);
  }

  @Put(':id')
  @Allow('member')
  @ApiOperation({ summary: "Replace a workflow's graph", operationId: 'updateWorkflow' })
  @ApiOkResponse({ standardSchema: GraphDefinition })
  @SerializeOptions({ schema: GraphDefinition })
  update(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: GraphDefinition }) graph: GraphDefinition,
  ): Promise<GraphDefinition> {
    return this.workflows.replace(id, graph);
  }

  @Delete(':id')
  @Allow('member')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a workflow; its sessions stay', operationId: 'deleteWorkflow' })
  @ApiNoContentResponse()
  delete(@Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.workflows.delete(id);
  }
}
