import { CacheModule } from '@council/cache';
import { SessionQueueModule } from '@council/dispatch';
import { LlmProviderModule } from '@council/llm-provider';
import { MigrationsModule } from '@council/migrations';
import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller.js';
import { HealthPort } from './health-port.js';
import { HealthProbes } from './health-probe.js';
import { HealthReports } from './health-reports.js';
import { CacheIndicator } from './indicators/cache.indicator.js';
import { DatabaseIndicator } from './indicators/database.indicator.js';
import { MigrationsIndicator } from './indicators/migrations.indicator.js';
import { ModelsIndicator } from './indicators/models.indicator.js';
import { QueueIndicator } from './indicators/queue.indicator.js';

/** Needs the global `AppConfig` and `DataSource`. */
@Module({
  imports: [
    // The answer says what is wrong; a line for every probe of a database that is down would bury the log.
    TerminusModule.forRoot({ logger: false }),
    CacheModule,
    SessionQueueModule,
    MigrationsModule,
    LlmProviderModule,
  ],
  controllers: [HealthController],
  providers: [
    HealthPort,
    HealthProbes,
    HealthReports,
    DatabaseIndicator,
    MigrationsIndicator,
    CacheIndicator,
    QueueIndicator,
    ModelsIndicator,
  ],
})
export class HealthModule {}
