import { Allow } from '@council/access';
import { GraphCheck, GraphToCheck, NodeKindList } from '@council/contracts';
import { describeKinds } from '@council/council-core';
import { Body, Controller, Get, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { GraphChecks } from './graph-checks.service.js';

@ApiTags('workflows')
@Controller('api/v1/workflows')
export class GraphChecksController {
  constructor(private readonly checks: GraphChecks) {}

  @Post('validate')
  @Allow('member')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say everything that is wrong with a graph, node by node',
    description: 'All issues at once: its form, the rules of the council, and agents that do not exist. Keeps nothing.',
    operationId: 'validateWorkflow',
  })
  @ApiOkResponse({ standardSchema: GraphCheck })
  @SerializeOptions({ schema: GraphCheck })
  validate(@Body({ schema: GraphToCheck }) graph: GraphToCheck): Promise<GraphCheck> {
    return this.checks.check(graph);
  }

  @Get('kinds')
  @Allow('viewer')
  @ApiOperation({
    summary: 'List the kinds of nodes that can run, with the schema of their properties',
    description: 'Made from the registry that validation uses, with words in English and Chinese.',
    operationId: 'listNodeKinds',
  })
  @ApiOkResponse({ standardSchema: NodeKindList })
  @SerializeOptions({ schema: NodeKindList })
  kinds(): NodeKindList {
    return { items: [...describeKinds()] };
  }
}
