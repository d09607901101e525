import { Injectable } from '@nestjs/common';
import type { OfferedModel, OfferedModels } from '@council/contracts';
import { OwnPrices, priceOf } from '../catalogue/price-of.js';
import { UpstreamAgents } from '../gateway/upstream-agents.js';
import { ModelFault } from '../gateway/model-fault.js';
import type { Endpoint } from './endpoints.js';
import { readModelList } from './listed-models.js';
import type { ProviderEntity } from './provider.entity.js';
import { ProviderRegistry } from './provider-registry.js';
import { ProvidersRepository } from './providers.repository.js';
import { UpstreamRequest } from './upstream-request.js';

/** The models that a provider really offers now, asked of itself; else those that are kept, and why. */
@Injectable()
export class LiveModels {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly providers: ProvidersRepository,
    private readonly prices: OwnPrices,
    private readonly agents: UpstreamAgents,
  ) {}

  /** Null when there is no such provider. What the provider says is kept: agents are held against it. */
  async list(id: string): Promise<OfferedModels | null> {
    const row = await this.providers.findOne(id);
    if (row === null) return null;
    const lookup = this.registry.book.findEvenDisabled(id);
    if (!lookup.ok) return storedModels(row, null, lookup.message, this.prices);
    try {
      const models = await this.ask(lookup.endpoint);
      const { baseUrl } = lookup.endpoint;
      await this.providers.keepLiveModels(id, { base_url: baseUrl, ids: models.map((model) => model.id) });
      await this.registry.refresh();
      return { source: 'live', message: null, fetched_at: new Date().toISOString(), models: [...models] };
    } catch (error) {
      if (!(error instanceof ModelFault)) throw error;
      return storedModels(row, lookup.endpoint, error.message, this.prices);
    }
  }

  private async ask(endpoint: Endpoint): Promise<readonly OfferedModel[]> {
    const { label, keyVariable } = endpoint.preset;
    const secrets = [endpoint.apiKey, ...this.registry.book.secrets];
    const request = new UpstreamRequest(this.agents, endpoint, {
      who: label,
      baseUrl: endpoint.baseUrl,
      keyVariable,
      secrets,
    });
    // Anthropic gives twenty at a time unless it is asked for more.
    const models = readModelList(
      await request.read(endpoint.dialect === 'anthropic' ? '/models?limit=1000' : '/models'),
    );
    if (models === null)
      throw new ModelFault('MODEL.MALFORMED', `${label} did not answer with a list of models.`, false);
    return models.map((model) => ({ ...model, price: model.price ?? priceOf(endpoint, model.id, this.prices) }));
  }
}

function storedModels(
  row: Readonly<ProviderEntity>,
  endpoint: Endpoint | null,
  message: string,
  prices: OwnPrices,
): OfferedModels {
  const models = row.models.map(({ model_id }): OfferedModel => ({
    id: model_id,
    context_window: null,
    price: endpoint === null ? null : priceOf(endpoint, model_id, prices),
    capabilities: 'unknown',
  }));
  return { source: 'stored', message, fetched_at: null, models };
}
