import type { OfferedModels, ProviderTest } from '@council/contracts';
import { LiveModels, ProviderProbe, ProviderRegistry } from '@council/llm-provider';
import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { Inject, Injectable } from '@nestjs/common';
import { unknownProvider } from './provider-refusals.js';

const TTL_MS = 60_000;

/** What asks the providers themselves. */
@Injectable()
export class ProviderTrials {
  constructor(
    @Inject(CACHE_MANAGER) private readonly cache: Cache,
    private readonly live: LiveModels,
    private readonly probe: ProviderProbe,
    private readonly registry: ProviderRegistry,
  ) {}

  async test(id: string, model: string | null): Promise<ProviderTest> {
    // Another server may have added it a moment ago.
    if (!this.registry.book.has(id)) await this.registry.refresh();
    if (!this.registry.book.has(id)) throw unknownProvider(id);
    return this.probe.test(id, model);
  }

  /** A minute old at most. That a provider could not be asked is not kept: it may be there the next moment. */
  async models(id: string): Promise<OfferedModels> {
    const key = `llm-live-models:1:${id}:${this.registry.revision}`;
    const kept = await this.cache.get<OfferedModels>(key);
    if (kept !== undefined) return kept;
    const models = await this.live.list(id);
    if (models === null) throw unknownProvider(id);
    if (models.source === 'live') await this.cache.set(key, models, TTL_MS);
    return models;
  }
}
