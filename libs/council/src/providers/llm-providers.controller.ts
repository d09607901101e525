import { Allow } from '@council/access';
import { LocalModelServerList, ProviderList } from '@council/contracts';
import { LocalModelServers } from '@council/llm-provider';
import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProvidersService } from './providers.service.js';

/** The list in the shape that pickers of models know. */
@ApiTags('models')
@Controller('api/v1/llm')
export class LlmProvidersController {
  constructor(
    private readonly providers: ProvidersService,
    private readonly local: LocalModelServers,
  ) {}

  @Get('providers')
  @Allow('viewer')
  @ApiOperation({ summary: 'List vendors, their models, and which can be called', operationId: 'listLlmProviders' })
  @ApiOkResponse({ standardSchema: ProviderList })
  @SerializeOptions({ schema: ProviderList })
  list(): Promise<ProviderList> {
    return this.providers.list();
  }

  @Get('local')
  @Allow('viewer')
  @ApiOperation({
    summary: 'Look for model servers on this machine, at the usual ports of Ollama, LM Studio, llama.cpp and vLLM',
    operationId: 'findLocalModelServers',
  })
  @ApiOkResponse({ standardSchema: LocalModelServerList })
  @SerializeOptions({ schema: LocalModelServerList })
  async findLocal(): Promise<LocalModelServerList> {
    const found = await this.local.find();
    return {
      servers: found.map(({ providerId, name, baseUrl, models }) => ({
        provider_id: providerId,
        name,
        base_url: baseUrl,
        models: [...models],
      })),
    };
  }
}
