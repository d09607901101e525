import { ProviderList } from '@council/contracts';
import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProvidersService } from './providers.service.js';

/** The list in the shape that pickers of models know. */
@ApiTags('models')
@Controller('api/v1/llm/providers')
export class LlmProvidersController {
  constructor(private readonly providers: ProvidersService) {}

  @Get()
  @ApiOperation({ summary: 'List vendors, their models, and which can be called', operationId: 'listLlmProviders' })
  @ApiOkResponse({ standardSchema: ProviderList })
  @SerializeOptions({ schema: ProviderList })
  list(): Promise<ProviderList> {
    return this.providers.list();
  }
}
