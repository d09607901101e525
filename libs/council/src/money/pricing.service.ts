import type { ModelPrice, PricedModel, PricingEntry, PricingList } from '@council/contracts';
import { AppError } from '@council/kernel';
import { ModelPrices } from '@council/llm-provider';
import { Injectable } from '@nestjs/common';

@Injectable()
export class PricingService {
  constructor(private readonly prices: ModelPrices) {}

  async list(): Promise<PricingList> {
    return { items: await this.prices.list(), unknown_is: 'never guessed' };
  }

  put(price: ModelPrice): Promise<PricingEntry> {
    return this.prices.put(price);
  }

  async delete(model: PricedModel): Promise<void> {
    if (await this.prices.delete(model)) return;
    throw new AppError('not-found', 'PRICE.NOT_FOUND', 'no price was entered for this model', {
      detail: `Nobody has entered a price for ${model.provider}/${model.model}; prices of the list cannot be deleted.`,
    });
  }
}
