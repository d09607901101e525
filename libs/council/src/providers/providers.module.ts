import { CacheModule } from '@council/cache';
import { LlmProviderModule } from '@council/llm-provider';
import { Module } from '@nestjs/common';
import { ProvidersController } from './providers.controller.js';
import { ProvidersService } from './providers.service.js';

@Module({
  imports: [CacheModule, LlmProviderModule],
  controllers: [ProvidersController],
  providers: [ProvidersService],
})
export class ProvidersModule {}
