import { Allow, type Principal, Who } from '@council/access';
import { MemoryIngest, MemoryIngested, MemoryQuery, MemoryResults, Uuid } from '@council/contracts';
import { Body, Controller, HttpCode, Post, Query, Res, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { MemoryService } from './memory.service.js';

/** What is set on the reply: any HTTP adapter of Nest has it. */
interface Reply {
  header(name: string, value: string): unknown;
}

@ApiTags('memory')
@Controller('api/v1/memory')
export class MemoryController {
  constructor(private readonly memory: MemoryService) {}

  @Post('ingest')
  @Allow('member', 'body')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let a group remember a text', operationId: 'ingestMemory' })
  @ApiOkResponse({ standardSchema: MemoryIngested })
  @SerializeOptions({ schema: MemoryIngested })
  ingest(@Body({ schema: MemoryIngest }) body: MemoryIngest, @Who() who: Principal): Promise<MemoryIngested> {
    return this.memory.ingest(body, who);
  }

  @Post('query')
  @Allow('viewer', 'body')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a group remembers about a question; with a session, also what its document says',
    operationId: 'queryMemory',
  })
  @ApiQuery({ name: 'session_id', required: false, description: 'A session of the group' })
  @ApiOkResponse({
    standardSchema: MemoryResults,
    headers: { 'x-council-cache': { description: 'hit: no model was asked', schema: { enum: ['hit', 'miss'] } } },
  })
  @SerializeOptions({ schema: MemoryResults })
  async query(
    @Body({ schema: MemoryQuery }) body: MemoryQuery,
    @Query('session_id', { schema: Uuid.optional() }) sessionUuid: string | undefined,
    @Who() who: Principal,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<MemoryResults> {
    const { results, isCached } = await this.memory.query(body, sessionUuid ?? null, who);
    reply.header('x-council-cache', isCached ? 'hit' : 'miss');
    return { results };
  }
}
