import { Module } from '@nestjs/common';
import { Metrics } from './metrics.js';
import { MetricsPort } from './metrics-port.js';

@Module({ providers: [Metrics, MetricsPort], exports: [Metrics, MetricsPort] })
export class TelemetryModule {}
