import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ProviderRegistry } from '@council/llm-provider';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { type HealthProbe, HealthProbes } from '../health-probe.js';

const HOW_TO =
  'no model is configured: sessions are played by the rehearsal engine, which quotes and does not judge. ' +
  "Set LLM_PROVIDER and LLM_MODEL, or a vendor's key such as OPENAI_API_KEY";

/** Whether a model is configured. None is called: a health check must not cost money. */
@Injectable()
export class ModelsIndicator implements HealthProbe, OnModuleInit {
  readonly name = 'models';
  readonly isNeeded = false;

  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly probes: HealthProbes,
    private readonly registry: ProviderRegistry,
  ) {}

  onModuleInit(): void {
    this.probes.register(this);
  }

  async check(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(this.name);
    return this.registry.book.isAnyModelConfigured() ? indicator.up() : indicator.degraded(HOW_TO);
  }
}
