import { CacheModule } from '@council/cache';
import { AppConfig } from '@council/config';
import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChatModel, ModelCatalogue } from '@council/council-core';
import { Metrics, TelemetryModule } from '@council/telemetry';
import { EnvironmentModelCatalogue } from './catalogue/environment-model-catalogue.js';
import { ModelPriceEntity } from './catalogue/model-price.entity.js';
import { ModelPrices } from './catalogue/model-prices.js';
import { OwnPrices } from './catalogue/price-of.js';
import { CachedChatModel } from './completion-cache/cached-chat-model.js';
import { GatewayChatModel } from './gateway/gateway-chat-model.js';
import { ProviderLimitsSource, RegisteredLimits } from './gateway/provider-limits.js';
import { ObservedChatModel } from './gateway/observed-chat-model.js';
import { UpstreamAgents } from './gateway/upstream-agents.js';
import { AddressGuard } from './providers/address-guard.js';
import { LiveModels } from './providers/live-models.js';
import { LocalModelServers } from './providers/local-model-servers.js';
import { ProviderDirectory } from './providers/provider-directory.js';
import { ModelEntity, ProviderEntity } from './providers/provider.entity.js';
import { ProviderProbe } from './providers/provider-probe.js';
import { ProviderRegistry } from './providers/provider-registry.js';
import { ProvidersRepository } from './providers/providers.repository.js';
import { RehearsalEngine } from './rehearsal/rehearsal-engine.js';
import { KeyVault } from './vault/key-vault.js';
import { ProviderKeyEntity } from './vault/provider-key.entity.js';
import { ProviderKeysRepository } from './vault/provider-keys.repository.js';

const REGISTRY = [KeyVault, LiveModels, ProviderDirectory, ProviderProbe, ProviderRegistry, ProvidersRepository];

/** The gateway to language models. The ports are exported, never the adapters. Needs the global `AppConfig`. */
@Module({
  imports: [
    CacheModule,
    TelemetryModule,
    TypeOrmModule.forFeature([ProviderEntity, ModelEntity, ModelPriceEntity, ProviderKeyEntity]),
  ],
  providers: [
    RehearsalEngine,
    { provide: ProviderLimitsSource, useClass: RegisteredLimits },
    GatewayChatModel,
    {
      provide: ChatModel,
      useFactory: chooseChatModel,
      inject: [GatewayChatModel, AppConfig, ProviderRegistry, CACHE_MANAGER, Metrics],
    },
    { provide: ModelCatalogue, useClass: EnvironmentModelCatalogue },
    ModelPrices,
    { provide: OwnPrices, useExisting: ModelPrices },
    { provide: AddressGuard, useFactory: () => new AddressGuard() },
    { provide: UpstreamAgents, useFactory: () => new UpstreamAgents() },
    ProviderKeysRepository,
    ...REGISTRY,
    LocalModelServers,
  ],
  exports: [ChatModel, ModelCatalogue, ModelPrices, ...REGISTRY, LocalModelServers],
})
export class LlmProviderModule {}

function chooseChatModel(
  gateway: ChatModel,
  { cache }: AppConfig,
  registry: ProviderRegistry,
  kept: Cache,
  metrics: Metrics,
): ChatModel {
  if (cache.completionTtlMs === null) return new ObservedChatModel(gateway, metrics);
  const answererOf = (provider: string) => {
    const lookup = registry.book.find(provider);
    return lookup.ok ? lookup.endpoint : null;
  };
  const cached = new CachedChatModel(gateway, kept, { ttlMs: cache.completionTtlMs, answererOf });
  return new ObservedChatModel(cached, metrics);
}
