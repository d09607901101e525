import { ApiTokenCreated, ApiTokenDraft, ApiTokenEntry, Uuid } from '@council/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../guard/allow.decorator.js';
import { Who } from '../guard/who.decorator.js';
import type { Principal } from '../rules.js';
import { ApiTokens } from './api-tokens.service.js';

@ApiTags('users')
@Controller('api/v1/tokens')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokens) {}

  @Get()
  @Allow('viewer', 'own')
  @ApiOperation({ summary: "List one's own tokens; an admin sees all", operationId: 'listTokens' })
  @ApiOkResponse({ standardSchema: ApiTokenEntry, isArray: true })
  @SerializeOptions({ schema: ApiTokenEntry })
  list(@Who() who: Principal): Promise<ApiTokenEntry[]> {
    return this.tokens.list(who);
  }

  @Post()
  @Allow('viewer', 'own')
  @ApiOperation({
    summary: 'Make a token for a program',
    description: 'It is shown this once. It may never do more than its owner may on that day.',
    operationId: 'createToken',
  })
  @ApiCreatedResponse({ standardSchema: ApiTokenCreated })
  @SerializeOptions({ schema: ApiTokenCreated })
  create(@Who() who: Principal, @Body({ schema: ApiTokenDraft }) draft: ApiTokenDraft): Promise<ApiTokenCreated> {
    return this.tokens.create(who, draft);
  }

  @Delete(':id')
  @Allow('viewer', 'own')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a token', operationId: 'revokeToken' })
  @ApiNoContentResponse()
  revoke(@Who() who: Principal, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.tokens.revoke(who, id);
  }
}
