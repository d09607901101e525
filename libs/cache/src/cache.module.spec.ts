import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigModule, parseEnvironment } from '@council/config';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { Test, type TestingModule } from '@nestjs/testing';
import { CacheConnection } from './cache-connection.js';
import { CacheModule } from './cache.module.js';
import { MemoryStore } from './memory-store.js';

describe('CacheModule without REDIS_URL', () => {
  let app: TestingModule;
  let cache: Cache;

  beforeEach(async () => {
    app = await Test.createTestingModule({ imports: [ConfigModule.with(parseEnvironment({})), CacheModule] }).compile();
    await app.init();
    cache = app.get<Cache>(CACHE_MANAGER);
  });
  afterEach(() => app.close());

  it('keeps copies in the process', async () => {
    const value = { list: [1] };
    await cache.set('k', value);
    value.list.push(2);
    expect(await cache.get('k')).toEqual({ list: [1] });
    await cache.clear();
    expect(await cache.get('k')).toBeUndefined();
    expect(await app.get(CacheConnection).status()).toBe('off');
  });

  it('forgets what is over its time', async () => {
    await cache.set('short', 1, 1);
    await cache.set('long', 2, 60_000);
    await sleep(10);
    expect(await cache.mget(['short', 'long'])).toEqual([undefined, 2]);
  });
});

describe('MemoryStore', () => {
  it('drops the entry that was not used for longest when there are too many', async () => {
    const store = new MemoryStore(2);
    await store.set('a', '1');
    await store.set('b', '2');
    await store.get('a');
    await store.set('c', '3');
    expect(await Promise.all(['a', 'b', 'c'].map((key) => store.get(key)))).toEqual(['1', undefined, '3']);
    await store.set('c', '4');
    expect(await store.get('a')).toBe('1');
  });
});
