import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '@council/config';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { DATABASE_TIMEOUT_MS, type HealthProbe, HealthProbes } from '../health-probe.js';
import { oneAtATime } from '../one-at-a-time.js';

@Injectable()
export class DatabaseIndicator implements HealthProbe, OnModuleInit {
  readonly name = 'database';
  readonly isNeeded = true;
  private readonly ping = oneAtATime(async () => this.database.query<unknown>('SELECT 1'));

  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly probes: HealthProbes,
    private readonly database: DataSource,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.probes.register(this);
  }

  async check(): Promise<HealthIndicatorResult> {
    return this.indicators
      .check(this.name)
      .attempt(async () => {
        await this.ping().catch(hideReason);
        return { kind: this.config.database.url === undefined ? 'embedded' : 'server' };
      })
      .withTimeout(DATABASE_TIMEOUT_MS);
  }
}

/** Health is read by strangers: the driver's words hold addresses and names. They are in the log of the failing query. */
function hideReason(): never {
  throw new Error('the database does not answer');
}
