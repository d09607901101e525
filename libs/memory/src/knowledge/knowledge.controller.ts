import { Allow } from '@council/access';
import { KnowledgePage, KnowledgeQuery, Uuid } from '@council/contracts';
import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { KnowledgeService } from './knowledge.service.js';

@ApiTags('memory')
@Controller('api/v1/sessions')
export class KnowledgeController {
  constructor(private readonly knowledge: KnowledgeService) {}

  @Get(':id/knowledge')
  @Allow('viewer', 'session')
  @ApiOperation({
    summary: "What the session's group remembers, the nearest to its objective first",
    operationId: 'listKnowledge',
  })
  @ApiQuery({ name: 'layer', required: false, enum: ['all', 'sandboxed', 'working', 'long-term', 'hot', 'cold'] })
  @ApiQuery({ name: 'q', required: false, description: 'Something else to be near to' })
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'offset', required: false })
  @ApiOkResponse({ standardSchema: KnowledgePage })
  @SerializeOptions({ schema: KnowledgePage })
  list(
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: KnowledgeQuery }) query: KnowledgeQuery,
  ): Promise<KnowledgePage> {
    return this.knowledge.ofSession(id, query);
  }
}
