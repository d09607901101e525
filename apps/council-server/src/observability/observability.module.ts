import { CacheModule } from '@council/cache';
import { CouncilModule } from '@council/council';
import { SessionQueueModule } from '@council/dispatch';
import { TelemetryModule } from '@council/telemetry';
import { Module } from '@nestjs/common';
import { Links } from './links.js';
import { PartGauges } from './part-gauges.js';
import { SessionMetrics } from './session-metrics.js';
import { TraceExport } from './trace-export.js';

/** Joins what is measured with those who know it. Needs the global `AppConfig`, `DataSource` and `LiveChannel`. */
@Module({
  imports: [TelemetryModule, CacheModule, SessionQueueModule, CouncilModule],
  providers: [Links, PartGauges, SessionMetrics, TraceExport],
})
export class ObservabilityModule {}
