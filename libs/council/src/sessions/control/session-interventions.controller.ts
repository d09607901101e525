import { Allow, type Principal, Who } from '@council/access';
import {
  Accepted,
  acceptedExample,
  RetryRequest,
  SignalRequest,
  UnlockRequest,
  UserMessage,
  Uuid,
} from '@council/contracts';
import { Body, Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { SessionInterventions } from './session-interventions.service.js';

@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionInterventionsController {
  constructor(private readonly interventions: SessionInterventions) {}

  @Post(':id/messages')
  @Allow('member', 'session')
  @HttpCode(202)
  @Idempotent()
  @ApiOperation({
    summary: 'Say something to a running council',
    description: 'Every turn that begins later reads it.',
    operationId: 'sayToSession',
  })
  @ApiAcceptedResponse({ standardSchema: Accepted, example: acceptedExample('said') })
  @SerializeOptions({ schema: Accepted })
  async say(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: UserMessage }) message: UserMessage,
    @Who() who: Principal,
  ): Promise<Accepted> {
    await this.interventions.say(id, message, who);
    return { session_uuid: id, status: 'said' };
  }

  @Post(':id/retry')
  @Allow('member', 'session')
  @HttpCode(202)
  @Idempotent()
  @ApiOperation({
    summary: 'Try failed nodes of a failed session again',
    description: 'A new run: what was spoken stays spoken, and is not paid for twice.',
    operationId: 'retrySession',
  })
  @ApiAcceptedResponse({ standardSchema: Accepted })
  @SerializeOptions({ schema: Accepted })
  async retry(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: RetryRequest }) request: RetryRequest,
    @Who() who: Principal,
  ): Promise<Accepted> {
    await this.interventions.retry(id, request, who);
    return { session_uuid: id, status: 'started' };
  }

  @Post(':id/unlock')
  @Allow('member', 'session')
  @HttpCode(202)
  @Idempotent()
  @ApiOperation({
    summary: 'Open the lock of a breaker',
    description: 'By a written justification of at least 20 characters, or by confirming all three checks.',
    operationId: 'unlockSession',
  })
  @ApiAcceptedResponse({ standardSchema: Accepted })
  @SerializeOptions({ schema: Accepted })
  async unlock(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: UnlockRequest }) request: UnlockRequest,
    @Who() who: Principal,
  ): Promise<Accepted> {
    await this.interventions.unlock(id, request, who);
    return { session_uuid: id, status: 'started' };
  }

  @Post(':id/signal')
  @Allow('member', 'session')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({ summary: 'Answer a node that waits', operationId: 'signalNode' })
  @ApiOkResponse({ standardSchema: Accepted, example: acceptedExample('signal_sent') })
  @SerializeOptions({ schema: Accepted })
  async signal(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SignalRequest }) request: SignalRequest,
    @Who() who: Principal,
  ): Promise<Accepted> {
    await this.interventions.signal(id, request, who);
    return { session_uuid: id, status: 'signal_sent' };
  }
}
