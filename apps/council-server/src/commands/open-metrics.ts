import type { AppConfig } from '@council/config';
import { MetricsPort } from '@council/telemetry';
import type { INestApplicationContext } from '@nestjs/common';
import type { StartLogger } from './start-logger.js';

/** Only where a port is configured, and never on the one that the world is led to. */
export async function openMetrics(app: INestApplicationContext, config: AppConfig, logger: StartLogger): Promise<void> {
  const { host, port } = config.metrics;
  if (port === undefined) return;
  logger.announce(`Metrics are at ${await app.get(MetricsPort, { strict: false }).listen(host, port)}`);
}
