import { Allow } from '@council/access';
import { Agent, AgentCopy, AgentDraft, Uuid } from '@council/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { AgentsService } from './agents.service.js';

@ApiTags('agents')
@Controller('api/v1/agents')
export class AgentsController {
  constructor(private readonly agents: AgentsService) {}

  @Get()
  @Allow('viewer')
  @ApiOperation({ summary: 'List agents, newest first', operationId: 'listAgents' })
  @ApiOkResponse({ standardSchema: Agent, isArray: true })
  @SerializeOptions({ schema: Agent })
  list(): Promise<Agent[]> {
    return this.agents.list();
  }

  @Post()
  @Allow('member')
  @ApiOperation({ summary: 'Create an agent', operationId: 'createAgent' })
  @ApiCreatedResponse({ standardSchema: Agent })
  @SerializeOptions({ schema: Agent })
  create(@Body({ schema: AgentDraft }) draft: AgentDraft): Promise<Agent> {
    return this.agents.create(draft);
  }

  @Get(':id')
  @Allow('viewer')
  @ApiOperation({ summary: 'Read an agent', operationId: 'getAgent' })
  @ApiOkResponse({ standardSchema: Agent })
  @SerializeOptions({ schema: Agent })
  get(@Param('id', { schema: Uuid }) id: string): Promise<Agent> {
    return this.agents.get(id);
  }

  @Put(':id')
  @Allow('member')
  @ApiOperation({ summary: 'Replace an agent', operationId: 'updateAgent' })
  @ApiOkResponse({ standardSchema: Agent })
  @SerializeOptions({ schema: Agent })
  update(@Param('id', { schema: Uuid }) id: string, @Body({ schema: AgentDraft }) draft: AgentDraft): Promise<Agent> {
    return this.agents.replace(id, draft);
  }

  @Post(':id/duplicate')
  @Allow('member')
  @Idempotent()
  @ApiOperation({ summary: 'Copy an agent; the copy belongs to you', operationId: 'duplicateAgent' })
  @ApiCreatedResponse({ standardSchema: Agent })
  @SerializeOptions({ schema: Agent })
  duplicate(@Param('id', { schema: Uuid }) id: string, @Body({ schema: AgentCopy }) copy: AgentCopy): Promise<Agent> {
    return this.agents.duplicate(id, copy);
  }

  @Delete(':id')
  @Allow('member')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete an agent; groups that list it forget it', operationId: 'deleteAgent' })
  @ApiNoContentResponse()
  delete(@Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.agents.delete(id);
  }
}
