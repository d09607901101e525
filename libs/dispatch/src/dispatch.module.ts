import { AppConfig } from '@council/config';
import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { DriverPorts } from './driver-ports.js';
import { InProcessRunner } from './in-process-runner.js';
import { LiveChannel } from './live-channel.js';
import { LogLookout } from './log-lookout.js';
import { RedisRelay } from './redis-relay.js';
import { SessionDispatcher } from './session-dispatcher.js';
import { SessionQueueModule } from './session-queue.module.js';

/** With `REDIS_URL`: what happens here is heard elsewhere, and the other way round. */
const relay = {
  provide: RedisRelay,
  inject: [AppConfig, LiveChannel],
  useFactory: ({ redisUrl }: AppConfig, live: LiveChannel): RedisRelay | null =>
    redisUrl === undefined ? null : new RedisRelay(redisUrl, live),
};

/**
 * Drives sessions. It lies below the modules that keep the log and speak to models, and so asks for their ports: the
 * importer hands in the modules that export `ChatModel` and `ToolBox`; log, leases and live channel come from a global one.
 */
@Module({})
export class DispatchModule {
  static with(...imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: DispatchModule,
      imports: [...imports, SessionQueueModule],
      providers: [DriverPorts, InProcessRunner, LogLookout, relay, SessionDispatcher],
      exports: [InProcessRunner, SessionDispatcher],
    };
  }
}
