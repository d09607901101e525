import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MigrationStatus } from '@council/migrations';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { DATABASE_TIMEOUT_MS, type HealthProbe, HealthProbes } from '../health-probe.js';
import { oneAtATime } from '../one-at-a-time.js';

/** A server that runs on another schema than its own answers wrongly: it is not ready. */
@Injectable()
export class MigrationsIndicator implements HealthProbe, OnModuleInit {
  readonly name = 'migrations';
  readonly isNeeded = true;
  private readonly pending = oneAtATime(async () => this.migrations.pending());

  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly probes: HealthProbes,
    private readonly migrations: MigrationStatus,
  ) {}

  onModuleInit(): void {
    this.probes.register(this);
  }

  async check(): Promise<HealthIndicatorResult> {
    return this.indicators
      .check(this.name)
      .attempt(async () => {
        const { length } = await this.pending().catch(hideReason);
        if (length > 0) throw new Error(`${length} pending: run "council-server migrate up"`);
      })
      .withTimeout(DATABASE_TIMEOUT_MS);
  }
}

function hideReason(): never {
  throw new Error('the state of the schema cannot be read');
}
