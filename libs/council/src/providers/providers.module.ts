import { CacheModule } from '@council/cache';
import { LlmProviderModule } from '@council/llm-provider';
import { Module } from '@nestjs/common';
import { LlmProvidersController } from './llm-providers.controller.js';
import { ProviderListCache } from './provider-list-cache.js';
import { ProviderTrials } from './provider-trials.service.js';
import { ProvidersController } from './providers.controller.js';
import { ProvidersService } from './providers.service.js';

@Module({
  imports: [CacheModule, LlmProviderModule],
  controllers: [LlmProvidersController, ProvidersController],
  providers: [ProviderListCache, ProviderTrials, ProvidersService],
})
export class ProvidersModule {}
