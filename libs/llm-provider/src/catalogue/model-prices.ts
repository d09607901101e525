import type { ModelPrice, Price, PricedModel, PricingEntry } from '@council/contracts';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { canonicalProvider } from '../providers/provider-presets.js';
import { ProviderRegistry } from '../providers/provider-registry.js';
import { CONTEXT_WINDOWS } from './context-windows.js';
import { ModelPriceEntity } from './model-price.entity.js';
import { OwnPrices, priceOf } from './price-of.js';
import { PRICE_TABLE } from './price-table.js';

const REFRESH_MS = 30_000;

/**
 * The price list: the vendors' own figures and what users have entered over them. A copy in memory answers at once;
 * it follows this process's writes at once, and those of other processes within half a minute.
 */
@Injectable()
export class ModelPrices extends OwnPrices implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(ModelPrices.name);
  private own = new Map<string, ModelPrice>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectRepository(ModelPriceEntity) private readonly rows: Repository<ModelPriceEntity>,
    private readonly registry: ProviderRegistry,
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refreshQuietly(), REFRESH_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  find(provider: string, model: string): Price {
    const entry = this.own.get(keyOf({ provider, model }));
    return entry === undefined ? null : { input_per_1k: entry.input_per_1k, output_per_1k: entry.output_per_1k };
  }

  /** By provider and model. A listed model for which a user has entered a price appears once, with that price. */
  async list(): Promise<PricingEntry[]> {
    await this.refresh();
    const entries = new Map(listed().map((entry) => [keyOf(entry), entry]));
    for (const price of this.own.values()) entries.set(keyOf(price), entryOf(price, 'user'));
    return [...entries.values()].toSorted(
      (left, right) => left.provider.localeCompare(right.provider) || left.model.localeCompare(right.model),
    );
  }

  /** The models of known price that could be called now, at the price of where they would be called. */
  async callable(): Promise<(ModelPrice & PricedModel)[]> {
    return (await this.list()).flatMap(({ provider, model }) => {
      const lookup = this.registry.book.find(provider);
      const price = lookup.ok ? priceOf(lookup.endpoint, model, this) : null;
      return price === null ? [] : [{ provider, model, ...price }];
    });
  }

  async put(price: ModelPrice): Promise<PricingEntry> {
    const named = { ...price, provider: canonicalProvider(price.provider) };
    await this.rows.upsert({ ...named, updated_at: new Date() }, ['provider', 'model']);
    await this.refresh();
    return entryOf(named, 'user');
  }

  /** False when nobody had entered one. */
  async delete({ provider, model }: PricedModel): Promise<boolean> {
    const { affected } = await this.rows.delete({ provider: canonicalProvider(provider), model });
    await this.refresh();
    return affected === 1;
  }

  private async refresh(): Promise<void> {
    const rows = await this.rows.find({
      select: { provider: true, model: true, input_per_1k: true, output_per_1k: true },
    });
    this.own = new Map(rows.map((row) => [keyOf(row), row]));
  }

  /** The last copy serves on while the database is away. */
  private async refreshQuietly(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      this.log.warn(`the prices could not be read again: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** Aliases share a price with the provider that they name. */
const keyOf = ({ provider, model }: PricedModel): string => `${canonicalProvider(provider)} ${model}`;

function listed(): PricingEntry[] {
  return Object.entries(PRICE_TABLE).flatMap(([provider, models]) =>
    Object.entries(models).map(([model, [input_per_1k, output_per_1k]]) =>
      entryOf({ provider, model, input_per_1k, output_per_1k }, 'list'),
    ),
  );
}

function entryOf({ provider, model, input_per_1k, output_per_1k }: ModelPrice, source: 'list' | 'user'): PricingEntry {
  return {
    provider,
    model,
    input_per_1k,
    output_per_1k,
    input_per_1m: perMillion(input_per_1k),
    output_per_1m: perMillion(output_per_1k),
    currency: 'USD',
    source,
    context_window: CONTEXT_WINDOWS.get(model) ?? null,
  };
}

/** 0.00014 * 1,000 is 0.13999999999999999 in binary: the list shows what a person would write. */
const perMillion = (per1k: number): number => Number((per1k * 1_000).toPrecision(12));
