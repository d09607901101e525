import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CacheConnection } from '@council/cache';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { type HealthProbe, HealthProbes } from '../health-probe.js';

@Injectable()
export class CacheIndicator implements HealthProbe, OnModuleInit {
  readonly name = 'cache';
  readonly isNeeded = false;

  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly probes: HealthProbes,
    private readonly connection: CacheConnection,
  ) {}

  onModuleInit(): void {
    this.probes.register(this);
  }

  async check(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(this.name);
    const status = await this.connection.status();
    switch (status) {
      case 'off':
        return indicator.up({ kind: 'memory' });
      case 'connected':
        return indicator.up({ kind: 'redis' });
      case 'disconnected':
        return indicator.degraded({ kind: 'redis', message: 'Redis does not answer: nothing is cached' });
    }
  }
}
