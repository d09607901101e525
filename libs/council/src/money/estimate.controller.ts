import { Allow, type Principal, Who } from '@council/access';
import { Estimate, ExecuteRequest, WorkflowEstimateRequest } from '@council/contracts';
import { Body, Controller, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EstimateService } from './estimate.service.js';

const NOTHING_IS_WRITTEN = 'Nothing is written and no model is called. What could not be started cannot be estimated.';

@ApiTags('money')
@Controller('api/v1')
export class EstimateController {
  constructor(private readonly estimates: EstimateService) {}

  @Post('sessions/estimate')
  @Allow('member', 'body')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say what a session would cost and how long it would take',
    description: NOTHING_IS_WRITTEN,
    operationId: 'estimateSession',
  })
  @ApiOkResponse({ standardSchema: Estimate })
  @SerializeOptions({ schema: Estimate })
  session(@Body({ schema: ExecuteRequest }) request: ExecuteRequest, @Who() who: Principal): Promise<Estimate> {
    return this.estimates.session(request, who);
  }

  @Post('workflows/estimate')
  @Allow('member', 'body')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say what a workflow would cost, with or without a document',
    description: `The body is a graph. Without an input, a document of usual length is assumed. ${NOTHING_IS_WRITTEN}`,
    operationId: 'estimateWorkflow',
  })
  @ApiOkResponse({ standardSchema: Estimate })
  @SerializeOptions({ schema: Estimate })
  workflow(
    @Body({ schema: WorkflowEstimateRequest }) request: WorkflowEstimateRequest,
    @Who() who: Principal,
  ): Promise<Estimate> {
    return this.estimates.workflow(request, who);
  }
}
