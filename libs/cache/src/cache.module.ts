import { CacheModule as NestCacheModule } from '@nestjs/cache-manager';
import { Module } from '@nestjs/common';
import { AppConfig } from '@council/config';
import { Keyv } from 'keyv';
import { CacheConnection } from './cache-connection.js';
import { MemoryConnection } from './memory-connection.js';
import { RedisConnection } from './redis-connection.js';

/** For values that are written without a time of their own. */
const DEFAULT_TTL_MS = 60_000;

@Module({
  providers: [
    {
      provide: CacheConnection,
      inject: [AppConfig],
      useFactory: ({ redisUrl }: AppConfig): CacheConnection =>
        redisUrl === undefined ? new MemoryConnection() : new RedisConnection(redisUrl),
    },
  ],
  exports: [CacheConnection],
})
class CacheConnectionModule {}

/**
 * Nest's cache manager (`CACHE_MANAGER`) over Redis, or over this process's memory without `REDIS_URL`. Whatever
 * happens to Redis, reading gives a miss and writing does nothing: no caller needs a catch. Needs the global AppConfig.
 */
@Module({
  imports: [
    CacheConnectionModule,
    NestCacheModule.registerAsync({
      isGlobal: true,
      imports: [CacheConnectionModule],
      inject: [CacheConnection],
      useFactory: ({ store }: CacheConnection) => ({
        ttl: DEFAULT_TTL_MS,
        stores: [new Keyv({ store, useKeyPrefix: false, throwOnErrors: false })],
      }),
    }),
  ],
  exports: [CacheConnectionModule],
})
export class CacheModule {}
