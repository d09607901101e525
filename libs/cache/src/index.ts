export { CacheConnection, type CacheStatus } from './cache-connection.js';
export { CacheModule } from './cache.module.js';
export { pingRedis } from './ping-redis.js';
