import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChatModel, ModelCatalogue } from '@council/council-core';
import { EnvironmentModelCatalogue } from './catalogue/environment-model-catalogue.js';
import { ModelPriceEntity } from './catalogue/model-price.entity.js';
import { ModelPrices } from './catalogue/model-prices.js';
import { OwnPrices } from './catalogue/price-of.js';
import { GatewayChatModel } from './gateway/gateway-chat-model.js';
import { ConfiguredLimits, ProviderLimitsSource } from './gateway/provider-limits.js';
import { LocalModelServers } from './providers/local-model-servers.js';
import { ProviderDirectory } from './providers/provider-directory.js';
import { ModelEntity, ProviderEntity } from './providers/provider.entity.js';
import { RehearsalEngine } from './rehearsal/rehearsal-engine.js';

/** The gateway to language models. The ports are exported, never the adapters. Needs the global `AppConfig`. */
@Module({
  imports: [TypeOrmModule.forFeature([ProviderEntity, ModelEntity, ModelPriceEntity])],
  providers: [
    RehearsalEngine,
    { provide: ProviderLimitsSource, useClass: ConfiguredLimits },
    { provide: ChatModel, useClass: GatewayChatModel },
    { provide: ModelCatalogue, useClass: EnvironmentModelCatalogue },
    ModelPrices,
    { provide: OwnPrices, useExisting: ModelPrices },
    ProviderDirectory,
    LocalModelServers,
  ],
  exports: [ChatModel, ModelCatalogue, ModelPrices, ProviderDirectory, LocalModelServers],
})
export class LlmProviderModule {}
