import { Allow } from '@council/access';
import {
  KeyOrigin,
  OfferedModels,
  ProviderDetails,
  ProviderDraft,
  ProviderEdit,
  ProviderId,
  ProviderKeyDraft,
  ProviderPage,
  ProviderTest,
  ProviderTestRequest,
} from '@council/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { ProviderTrials } from './provider-trials.service.js';
import { ProvidersService } from './providers.service.js';

@ApiTags('models')
@Controller('api/v1/providers')
export class ProvidersController {
  constructor(
    private readonly providers: ProvidersService,
    private readonly trials: ProviderTrials,
  ) {}

  @Get()
  @Allow('admin')
  @ApiOperation({ summary: 'List all providers, and which of them can be called', operationId: 'listProviders' })
  @ApiOkResponse({ standardSchema: ProviderPage })
  @SerializeOptions({ schema: ProviderPage })
  list(): Promise<ProviderPage> {
    return this.providers.page();
  }

  @Post()
  @Allow('admin')
  @ApiOperation({ summary: 'Add a provider; its key comes from COUNCIL_KEY_<ID>', operationId: 'createProvider' })
  @ApiCreatedResponse({ standardSchema: ProviderDetails })
  @SerializeOptions({ schema: ProviderDetails })
  create(@Body({ schema: ProviderDraft }) draft: ProviderDraft): Promise<ProviderDetails> {
    return this.providers.create(draft);
  }

  @Get(':id')
  @Allow('admin')
  @ApiOperation({ summary: 'Read a provider with all its settings', operationId: 'getProvider' })
  @ApiOkResponse({ standardSchema: ProviderDetails })
  @SerializeOptions({ schema: ProviderDetails })
  get(@Param('id', { schema: ProviderId }) id: string): Promise<ProviderDetails> {
    return this.providers.get(id);
  }

  @Put(':id')
  @Allow('admin')
  @ApiOperation({ summary: 'Change a provider; what is absent stays as it is', operationId: 'updateProvider' })
  @ApiOkResponse({ standardSchema: ProviderDetails })
  @SerializeOptions({ schema: ProviderDetails })
  update(
    @Param('id', { schema: ProviderId }) id: string,
    @Body({ schema: ProviderEdit }) edit: ProviderEdit,
  ): Promise<ProviderDetails> {
    return this.providers.change(id, edit);
  }

  @Delete(':id')
  @Allow('admin')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Delete a provider that was added; presets can be switched off',
    operationId: 'deleteProvider',
  })
  @ApiNoContentResponse()
  delete(@Param('id', { schema: ProviderId }) id: string): Promise<void> {
    return this.providers.delete(id);
  }

  @Post(':id/key')
  @Allow('admin')
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm that the key may be sent to this origin', operationId: 'confirmProviderKey' })
  @ApiOkResponse({ standardSchema: ProviderDetails })
  @SerializeOptions({ schema: ProviderDetails })
  confirmKey(
    @Param('id', { schema: ProviderId }) id: string,
    @Body({ schema: KeyOrigin }) { origin }: KeyOrigin,
  ): Promise<ProviderDetails> {
    return this.providers.confirmKey(id, origin);
  }

  @Put(':id/key')
  @Allow('admin')
  @ApiOperation({
    summary: 'Keep a key for the origin of the address; it is never shown',
    operationId: 'storeProviderKey',
  })
  @ApiOkResponse({ standardSchema: ProviderDetails })
  @SerializeOptions({ schema: ProviderDetails })
  storeKey(
    @Param('id', { schema: ProviderId }) id: string,
    @Body({ schema: ProviderKeyDraft }) draft: ProviderKeyDraft,
  ): Promise<ProviderDetails> {
    return this.providers.storeKey(id, draft);
  }

  @Delete(':id/key')
  @Allow('admin')
  @ApiOperation({
    summary: 'Remove a key that was kept; one of the environment counts then',
    operationId: 'removeProviderKey',
  })
  @ApiOkResponse({ standardSchema: ProviderDetails })
  @SerializeOptions({ schema: ProviderDetails })
  removeKey(@Param('id', { schema: ProviderId }) id: string): Promise<ProviderDetails> {
    return this.providers.removeKey(id);
  }

  @Post(':id/test')
  @Allow('admin')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({ summary: 'Try a provider out; with a model this costs a few tokens', operationId: 'testProvider' })
  @ApiOkResponse({ standardSchema: ProviderTest })
  @SerializeOptions({ schema: ProviderTest })
  test(
    @Param('id', { schema: ProviderId }) id: string,
    @Body({ schema: ProviderTestRequest }) { model }: ProviderTestRequest,
  ): Promise<ProviderTest> {
    return this.trials.test(id, model ?? null);
  }

  @Get(':id/models')
  @Allow('member')
  @ApiOperation({ summary: 'The models that a provider offers, asked of itself', operationId: 'listProviderModels' })
  @ApiOkResponse({ standardSchema: OfferedModels })
  @SerializeOptions({ schema: OfferedModels })
  models(@Param('id', { schema: ProviderId }) id: string): Promise<OfferedModels> {
    return this.trials.models(id);
  }
}
