import { Allow } from '@council/access';
import { GeneratedWorkflow, GenerateRequest } from '@council/contracts';
import { Body, Controller, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { WorkflowGenerator } from './workflow-generator.service.js';

@ApiTags('workflows')
@Controller('api/v1/workflows')
export class GenerateController {
  constructor(private readonly generator: WorkflowGenerator) {}

  @Post('generate')
  @Allow('member')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({
    summary: 'Have a model write a workflow of a sentence',
    description:
      'It is held against every rule; what breaks one is mended once or refused. Keeps nothing. Without a model: the template whose words are nearest.',
    operationId: 'generateWorkflow',
  })
  @ApiOkResponse({ standardSchema: GeneratedWorkflow })
  @SerializeOptions({ schema: GeneratedWorkflow })
  generate(@Body({ schema: GenerateRequest }) request: GenerateRequest): Promise<GeneratedWorkflow> {
    return this.generator.generate(request);
  }
}
