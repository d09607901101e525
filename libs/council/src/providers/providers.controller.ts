import { ProviderList } from '@council/contracts';
import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProvidersService } from './providers.service.js';

@ApiTags('models')
@Controller('api/v1/llm')
export class ProvidersController {
  constructor(private readonly providers: ProvidersService) {}

  @Get('providers')
  @ApiOperation({ summary: 'List vendors, their models, and which can be called', operationId: 'listProviders' })
  @ApiOkResponse({ standardSchema: ProviderList })
  @SerializeOptions({ schema: ProviderList })
  list(): Promise<ProviderList> {
    return this.providers.list();
  }
}
