import { Allow, type Principal, Who } from '@council/access';
import { ExecuteRequest, SessionStarted } from '@council/contracts';
import { Body, Controller, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClaimedKey } from '../idempotency/claimed-key.decorator.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import type { KeyClaim } from '../idempotency/key-claim.js';
import { SessionStarter } from './session-starter.service.js';

@ApiTags('sessions')
@Controller('api/v1/workflows')
export class ExecuteController {
  constructor(private readonly starter: SessionStarter) {}

  @Post('execute')
  @Allow('member', 'body')
  @HttpCode(202)
  @Idempotent()
  @ApiOperation({ summary: 'Convene the council on a document or a question', operationId: 'execute' })
  @ApiAcceptedResponse({ standardSchema: SessionStarted })
  @SerializeOptions({ schema: SessionStarted })
  execute(
    @Body({ schema: ExecuteRequest }) request: ExecuteRequest,
    @Who() who: Principal,
    @ClaimedKey() claim?: KeyClaim,
  ): Promise<SessionStarted> {
    return this.starter.start(request, who, claim);
  }
}
