import { AppConfig } from '@council/config';
import { exportSpans } from '@council/telemetry';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';

/** Hands traces to an OpenTelemetry collector where one is configured. Without one nothing of it is loaded. */
@Injectable()
export class TraceExport implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('traces');
  private close: (() => Promise<void>) | null = null;

  constructor(private readonly config: AppConfig) {}

  async onModuleInit(): Promise<void> {
    const { endpoint, headers, serviceName } = this.config.tracing;
    if (endpoint === undefined) return;
    const onTrouble = (message: string): void => {
      this.log.warn(message);
    };
    this.close = await exportSpans({ endpoint, headers, serviceName, onTrouble });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close?.();
  }
}
