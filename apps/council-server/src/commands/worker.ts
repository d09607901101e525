import { type AppConfig, loadConfig } from '@council/config';
import { SessionDispatcher } from '@council/dispatch';
import { HealthPort } from '@council/health';
import { AppError } from '@council/kernel';
import { ProviderRegistry } from '@council/llm-provider';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { describeEngine } from './engine-words.js';
import { limitShutdown } from './limit-shutdown.js';
import { openMetrics } from './open-metrics.js';
import { requireKeys } from './require-keys.js';
import { secretsOf } from './secrets-of.js';
import { StartLogger } from './start-logger.js';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Drives sessions until a signal ends the process, and serves nobody. */
export async function work(): Promise<void> {
  const config = loadConfig();
  refuseEmbedded(config);
  const logger = new StartLogger({ format: config.logFormat, secrets: secretsOf(config) });
  const app = await NestFactory.createApplicationContext(await AppModule.forRoot(config), {
    logger,
    abortOnError: false,
  });
  await requireKeys(app);
  app.enableShutdownHooks([], { useProcessExit: true });
  limitShutdown();
  // While Redis and the database are away nothing else would hold the process.
  setInterval(() => undefined, LONGEST_TIMER_MS);
  logger.started(config.logLevel);
  logger.hide(() => app.get(ProviderRegistry).book.secrets);
  await openMetrics(app, config, logger);
  await app.get(SessionDispatcher).start(config.workerConcurrency);
  if (config.workerHealthPort !== undefined) await app.get(HealthPort).listen(config.host, config.workerHealthPort);
  for (const line of [...announcement(config), ...describeEngine(config, app.get(ProviderRegistry).book)]) {
    logger.announce(line);
  }
}

function refuseEmbedded({ database }: AppConfig): void {
  if (database.url !== undefined) return;
  throw new AppError('invalid', 'WORKER.NO_DATABASE', 'a worker needs a database that it shares with the server', {
    detail:
      'Set DATABASE_URL to the same PostgreSQL as for "council-server serve". With the embedded database no worker is ' +
      'needed: the server drives its sessions itself.',
  });
}

function announcement({ redisUrl, workerConcurrency, leaseMs }: AppConfig): readonly string[] {
  const first = `The worker is ready: it drives up to ${workerConcurrency} sessions at once`;
  if (redisUrl !== undefined) return [first];
  const seconds = Math.ceil(leaseMs / 3_000);
  return [first, `REDIS_URL is not set: it looks for sessions in the database alone, every ${seconds} s`];
}
