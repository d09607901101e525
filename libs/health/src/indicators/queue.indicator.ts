import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionQueue } from '@council/dispatch';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { type HealthProbe, HealthProbes } from '../health-probe.js';

/** How sessions come to those who drive them. */
@Injectable()
export class QueueIndicator implements HealthProbe, OnModuleInit {
  readonly name = 'queue';
  readonly isNeeded = false;

  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly probes: HealthProbes,
    private readonly queue: SessionQueue,
  ) {}

  onModuleInit(): void {
    this.probes.register(this);
  }

  async check(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(this.name);
    switch (await this.queue.status()) {
      case 'off':
        return indicator.up({ kind: 'in-process' });
      case 'connected':
        return indicator.up({ kind: 'redis' });
      case 'disconnected':
        return indicator.degraded({ kind: 'redis', message: `Redis does not answer: ${this.queue.meanwhile}` });
    }
  }
}
