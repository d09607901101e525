import { Allow, type Principal, Who } from '@council/access';
import { ForkRequest, SessionExport, SessionForked, SessionTimeline, Uuid, Verification } from '@council/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SessionForker } from '../fork/session-forker.service.js';
import { ClaimedKey } from '../../idempotency/claimed-key.decorator.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import type { KeyClaim } from '../../idempotency/key-claim.js';
import { SessionLogs } from './session-logs.service.js';

@ApiTags('log')
@Controller('api/v1/sessions/:id')
export class SessionLogController {
  constructor(
    private readonly logs: SessionLogs,
    private readonly forker: SessionForker,
  ) {}

  @Get('export')
  @Allow('viewer', 'session')
  @ApiOperation({
    summary: 'Export the session: its whole log with its hashes, and the report',
    description: '`council-server verify` and `council-server replay` read this file; they need no server.',
    operationId: 'exportSession',
  })
  @ApiOkResponse({ standardSchema: SessionExport })
  @SerializeOptions({ schema: SessionExport })
  export(@Param('id', { schema: Uuid }) id: string): Promise<SessionExport> {
    return this.logs.export(id);
  }

  @Get('verify')
  @Allow('viewer', 'session')
  @ApiOperation({
    summary: 'Recompute the log and name the first event that was changed, if any',
    operationId: 'verifySession',
  })
  @ApiOkResponse({ standardSchema: Verification })
  @SerializeOptions({ schema: Verification })
  verify(@Param('id', { schema: Uuid }) id: string): Promise<Verification> {
    return this.logs.verify(id);
  }

  @Get('timeline')
  @Allow('viewer', 'session')
  @ApiOperation({
    summary: 'Read what happened, in the order of the log: one entry a turn, a decision, a change of state',
    description: 'Kinds and data, no sentences: the client words them. Titles are names.',
    operationId: 'getTimeline',
  })
  @ApiOkResponse({ standardSchema: SessionTimeline })
  @SerializeOptions({ schema: SessionTimeline })
  timeline(@Param('id', { schema: Uuid }) id: string): Promise<SessionTimeline> {
    return this.logs.timeline(id);
  }

  @Post('fork')
  @Allow('member', 'session')
  @HttpCode(202)
  @Idempotent()
  @ApiOperation({
    summary: 'Hold the session again from one of its events on, with other agents, models or personas',
    description:
      'A new session. It begins with the events up to `seq`, so that nothing spoken is paid again; its bill begins at zero. Without `seq` it is forked before the first changed seat spoke.',
    operationId: 'forkSession',
  })
  @ApiAcceptedResponse({ standardSchema: SessionForked })
  @SerializeOptions({ schema: SessionForked })
  fork(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: ForkRequest }) request: ForkRequest,
    @Who() who: Principal,
    @ClaimedKey() claim?: KeyClaim,
  ): Promise<SessionForked> {
    return this.forker.fork(id, request, who, claim);
  }
}
