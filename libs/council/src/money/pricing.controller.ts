import { Allow } from '@council/access';
import { ModelPrice, PricedModel, PricingEntry, PricingList } from '@council/contracts';
import { Body, Controller, Delete, Get, HttpCode, Put, SerializeOptions } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PricingService } from './pricing.service.js';

@ApiTags('models')
@Controller('api/v1/models/pricing')
export class PricingController {
  constructor(private readonly pricing: PricingService) {}

  @Get()
  @Allow('viewer')
  @ApiOperation({ summary: 'List known prices; a model that is missing has none', operationId: 'listPrices' })
  @ApiOkResponse({ standardSchema: PricingList })
  @SerializeOptions({ schema: PricingList })
  list(): Promise<PricingList> {
    return this.pricing.list();
  }

  @Put()
  @Allow('admin')
  @ApiOperation({
    summary: 'Enter the price of a model',
    description: 'USD per 1,000 tokens. It wins over the list, and holds for sessions that begin from now on.',
    operationId: 'putPrice',
  })
  @ApiOkResponse({ standardSchema: PricingEntry })
  @SerializeOptions({ schema: PricingEntry })
  put(@Body({ schema: ModelPrice }) price: ModelPrice): Promise<PricingEntry> {
    return this.pricing.put(price);
  }

  @Delete()
  @Allow('admin')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back a price that was entered; the list holds again', operationId: 'deletePrice' })
  @ApiNoContentResponse()
  delete(@Body({ schema: PricedModel }) model: PricedModel): Promise<void> {
    return this.pricing.delete(model);
  }
}
