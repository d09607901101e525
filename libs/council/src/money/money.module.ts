import { LlmProviderModule } from '@council/llm-provider';
import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { EstimateController } from './estimate.controller.js';
import { EstimateService } from './estimate.service.js';
import { ModelSpeeds } from './model-speeds.js';
import { PricingController } from './pricing.controller.js';
import { PricingService } from './pricing.service.js';

/** Prices, and what a session would cost. What one has cost is read from its log (sessions). */
@Module({
  imports: [LlmProviderModule, SessionsModule],
  controllers: [EstimateController, PricingController],
  providers: [EstimateService, ModelSpeeds, PricingService],
  exports: [EstimateService],
})
export class MoneyModule {}
