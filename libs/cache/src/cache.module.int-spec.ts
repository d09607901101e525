import { setTimeout as sleep } from 'node:timers/promises';
import { AppConfig, ConfigModule, parseEnvironment } from '@council/config';
import { SpawnedRedis } from '@council/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { Controller, Get, Inject } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { createClient } from '@redis/client';
import { CacheConnection } from './cache-connection.js';
import { CacheModule } from './cache.module.js';
import { KEY_PREFIX } from './redis-store.js';

const TTL_MS = 30_000;

@Controller()
class NumberController {
  made = 0;
  constructor(@Inject(CACHE_MANAGER) private readonly cache: Cache) {}

  @Get('number')
  number(): Promise<number> {
    return this.cache.wrap('number', async () => ++this.made, TTL_MS);
  }
}

let redis: SpawnedRedis;
let app: NestFastifyApplication;
let cache: Cache;

async function boot(): Promise<void> {
  const config: AppConfig = parseEnvironment({ REDIS_URL: redis.url });
  const module = await Test.createTestingModule({
    imports: [ConfigModule.with(config), CacheModule],
    controllers: [NumberController],
  }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  await app.init();
  cache = app.get<Cache>(CACHE_MANAGER);
}

const status = () => app.get(CacheConnection).status();

/** Ends with the test's own time limit when it never comes true. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await sleep(20);
}
const isConnected = async () => (await status()) === 'connected';

async function ask(): Promise<{ status: number; body: string }> {
  const answer = await app.inject({ method: 'GET', url: '/number' });
  return { status: answer.statusCode, body: answer.body };
}

/** Somebody else's eyes on the same Redis. */
async function look<T>(question: (client: ReturnType<typeof createClient>) => Promise<T>): Promise<T> {
  const client = createClient({ url: redis.url });
  await client.connect();
  try {
    return await question(client);
  } finally {
    await client.disconnect();
  }
}

describe('CacheModule with REDIS_URL', () => {
  describe('while Redis is there', () => {
    beforeEach(async () => {
      redis = await SpawnedRedis.start();
      await boot();
      await until(isConnected);
    });
    afterEach(async () => {
      await app.close();
      await redis.remove();
    });

    it("keeps what is written through Nest's cache manager in Redis, under the prefix and for its time", async () => {
      await cache.set('answer', { value: 42 }, TTL_MS);
      expect(await cache.get('answer')).toEqual({ value: 42 });
      const [keys, text, ttlMs] = await look((client) =>
        Promise.all([client.keys('*'), client.get(`${KEY_PREFIX}answer`), client.pTTL(`${KEY_PREFIX}answer`)]),
      );
      expect(keys).toEqual([`${KEY_PREFIX}answer`]);
      expect(text).toContain('42');
      expect(ttlMs).toBeGreaterThan(0);
      expect(ttlMs).toBeLessThanOrEqual(TTL_MS);
    });

    it('gives values that are written without a time one of its own', async () => {
      await cache.set('answer', 42);
      expect(await look((client) => client.pTTL(`${KEY_PREFIX}answer`))).toBeGreaterThan(0);
    });

    it('deletes one value, or all of its own and nobody else’s', async () => {
      await cache.mset(['a', 'b'].map((key) => ({ key, value: key })));
      await cache.del('a');
      expect(await cache.mget(['a', 'b'])).toEqual([undefined, 'b']);

      const many = Array.from({ length: 1_200 }, (_, index): [string, string] => [`${KEY_PREFIX}k${index}`, '']);
      await look((client) => client.mSet([...many, ['bull:jobs:1', 'a job']]));
      await cache.clear();
      expect(await look((client) => client.keys('*'))).toEqual(['bull:jobs:1']);
    });

    it('misses while Redis is dead, fails no request, and works again when it is back', async () => {
      expect(await ask()).toEqual({ status: 200, body: '1' });
      expect(await ask()).toEqual({ status: 200, body: '1' });
      await redis.kill();
      expect(await ask()).toEqual({ status: 200, body: '2' });
      expect(await ask()).toEqual({ status: 200, body: '3' });
      expect(await cache.get('number')).toBeUndefined();
      await cache.del('number');
      await cache.clear();
      expect(await status()).toBe('disconnected');

      await redis.start();
      await until(isConnected);
      expect(await ask()).toEqual({ status: 200, body: '4' });
      expect(await ask()).toEqual({ status: 200, body: '4' });
      expect(await look((client) => client.exists(`${KEY_PREFIX}number`))).toBe(1);
    });

    it('does not wait for a Redis that hangs, and reads again when it goes on', async () => {
      await ask();
      redis.stall();
      expect(await cache.get('number')).toBeUndefined();
      expect(await ask()).toEqual({ status: 200, body: '2' });
      expect(await status()).toBe('disconnected');
      redis.resume();
      await until(isConnected);
      expect(await ask()).toEqual({ status: 200, body: '1' });
    });

    it('survives a Redis that dies while it owes an answer', async () => {
      redis.stall();
      const owed = [status(), cache.get('number'), cache.set('k', 1)];
      await redis.kill();
      expect(await Promise.all(owed)).toEqual(['disconnected', undefined, 1]);
    });

    it('takes what is not of its making for a miss', async () => {
      await look((client) => client.mSet({ [`${KEY_PREFIX}number`]: 'not JSON', [`${KEY_PREFIX}other`]: '"text"' }));
      expect(await cache.get('other')).toBeUndefined();
      expect(await ask()).toEqual({ status: 200, body: '1' });
      expect(await ask()).toEqual({ status: 200, body: '1' });
    });

    it('shuts down while Redis hangs', async () => {
      redis.stall();
      const pending = cache.get('number');
      await app.close();
      expect(await pending).toBeUndefined();
      expect(await status()).toBe('disconnected');
    });

    it('lets go of Redis at the end', async () => {
      await app.close();
      const clients = await look((client) => client.sendCommand<string>(['CLIENT', 'LIST']));
      expect(clients.trim().split('\n')).toHaveLength(1);
    });
  });

  describe('while there is no Redis yet', () => {
    beforeEach(async () => {
      redis = await SpawnedRedis.prepare();
      await boot();
    });
    afterEach(async () => {
      await app.close();
      await redis.remove();
    });

    it('boots without it, answers, and takes it up when it comes', async () => {
      expect(await ask()).toEqual({ status: 200, body: '1' });
      expect(await status()).toBe('disconnected');
      await redis.start();
      await until(isConnected);
      expect(await ask()).toEqual({ status: 200, body: '2' });
      expect(await ask()).toEqual({ status: 200, body: '2' });
    });
  });
});
