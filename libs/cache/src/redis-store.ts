import type { createClient } from '@redis/client';
import { redisInsStore, type RedisStore as CacheManagerStore } from 'cache-manager-redis-yet';
import type { CacheStore } from './cache-connection.js';

export type RedisClient = ReturnType<typeof createClient>;
/** Runs a command of Redis within limits; undefined when it was not answered. */
export type Attempt = <T>(command: () => Promise<T>) => Promise<T | undefined>;

/** All our keys, and nobody else's, begin with this: Redis may be shared with queues and with other applications. */
export const KEY_PREFIX = 'council:cache:';
const SCAN_COUNT = 500;

/**
 * cache-manager-redis-yet behind Keyv's interface. Left to itself it throws when Redis is gone, adds its prefix to
 * some commands only, and empties the whole database on reset: all three are seen to here.
 */
export class RedisStore implements CacheStore {
  private readonly values: CacheManagerStore;

  constructor(
    private readonly client: RedisClient,
    private readonly attempt: Attempt,
  ) {
    // The package means this very client, but types it with all the modules of Redis Stack.
    this.values = redisInsStore(client as never);
  }

  get(key: string): Promise<string | undefined> {
    return this.attempt(() => this.values.get<string>(KEY_PREFIX + key));
  }

  async set(key: string, value: string, ttlMs?: number): Promise<boolean> {
    return this.isDone(() => this.values.set(KEY_PREFIX + key, value, ttlMs));
  }

  async delete(key: string): Promise<boolean> {
    return this.isDone(() => this.values.del(KEY_PREFIX + key));
  }

  async clear(): Promise<void> {
    let cursor = 0;
    do {
      const page = await this.attempt(() => this.client.scan(cursor, { MATCH: `${KEY_PREFIX}*`, COUNT: SCAN_COUNT }));
      if (page === undefined) return;
      if (page.keys.length > 0) await this.attempt(() => this.client.unlink(page.keys));
      cursor = page.cursor;
    } while (cursor !== 0);
  }

  private async isDone(write: () => Promise<void>): Promise<boolean> {
    const done = await this.attempt(async () => {
      await write();
      return true;
    });
    return done === true;
  }
}
