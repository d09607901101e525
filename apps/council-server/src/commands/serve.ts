import { FirstAdmins, Identities } from '@council/access';
import { type AppConfig, loadConfig } from '@council/config';
import { PersonaFiles } from '@council/council';
import { SessionDispatcher } from '@council/dispatch';
import { AppError } from '@council/kernel';
import { LocalModelServers, ProviderRegistry } from '@council/llm-provider';
import { PassageIndexer } from '@council/memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import { createApp } from '../create-app.js';
import { WhoMaySpeak } from '../edge/who-may-speak.js';
import { describeEngine, describeOffers } from './engine-words.js';
import { limitShutdown } from './limit-shutdown.js';
import { openMetrics } from './open-metrics.js';
import { requireKeys } from './require-keys.js';
import { secretsOf } from './secrets-of.js';
import { StartLogger } from './start-logger.js';

/** Serves until a signal ends the process. */
export async function serve(): Promise<void> {
  const config = loadConfig();
  const logger = new StartLogger({ format: config.logFormat, secrets: secretsOf(config) });
  const app = await createApp(await AppModule.forRoot(config), logger);
  logger.hide(() => app.get(ProviderRegistry).book.secrets);
  limitShutdown();
  await app.init();
  await requireKeys(app);
  await listen(app, config);
  logger.started(config.logLevel);
  await openMetrics(app, config, logger);
  await app.get(SessionDispatcher).start(config.isServerDriving ? config.workerConcurrency : 0);
  app.get(PassageIndexer).resume();
  await app.get(PersonaFiles).watch();
  announce(app, config, logger);
  await offerFirstAdmin(app, logger);
  for (const line of describeOffers(await app.get(LocalModelServers).find())) logger.announce(line);
}

async function listen(app: NestFastifyApplication, { host, port }: AppConfig): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    const why = { EADDRINUSE: 'is taken', EACCES: 'may not be used', EADDRNOTAVAIL: 'does not exist here' }[code];
    throw new AppError('unavailable', 'SERVER.ADDRESS', `the address ${host}:${port} ${why}`, {
      detail: 'Set PORT (and HOST) to another one.',
    });
  }
}

function announce(app: NestFastifyApplication, config: AppConfig, logger: StartLogger): void {
  const { port } = app.getHttpServer().address() as { readonly port: number };
  const name = config.host.includes(':') ? `[${config.host}]` : config.host;
  logger.announce(`The Council is at ${config.publicUrl ?? `http://${name}:${port}`}`);
  for (const line of describeEngine(config, app.get(ProviderRegistry).book)) logger.announce(line);
}

/** Whoever reads this log is let in, once: nobody else can be the first admin. */
async function offerFirstAdmin(app: NestFastifyApplication, logger: StartLogger): Promise<void> {
  const isWanted = (await app.get(WhoMaySpeak).mode()) !== 'single-user' && !(await app.get(Identities).hasUsers());
  if (!isWanted) return;
  const token = await app.get(FirstAdmins).offer();
  logger.announce(
    token === null
      ? 'There are no users yet. The token for the first admin was printed within the last hour.'
      : `There are no users yet. Open the page within an hour and show this token, which works once: ${token}`,
  );
}
