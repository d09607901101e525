import { CacheConnection, CacheModule } from '@council/cache';
import { ConfigModule, parseEnvironment } from '@council/config';
import { SpawnedRedis } from '@council/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SharedRateCounter } from './shared-rate-counter.js';

const LIMIT = { perMinute: 1, burst: 4 };

describe('limits over several servers', () => {
  let redis: SpawnedRedis;
  const servers: INestApplicationContext[] = [];
  beforeEach(async () => {
    redis = await SpawnedRedis.start();
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
    await redis.remove();
  });

  async function newCounter(): Promise<SharedRateCounter> {
    @Module({ imports: [ConfigModule.with(parseEnvironment({ REDIS_URL: redis.url })), CacheModule] })
    class Server {}
    const server = await NestFactory.createApplicationContext(Server, { logger: false });
    servers.push(server);
    const cache = server.get(CacheConnection, { strict: false });
    while ((await cache.status()) !== 'connected') await new Promise((resolve) => setTimeout(resolve, 10));
    return new SharedRateCounter(cache);
  }

  it('are one limit in Redis, and each its own while it is away', async () => {
    const [one, other] = [await newCounter(), await newCounter()];
    const taken = [];
    for (const counter of [one, other, one, other, one]) taken.push(await counter.take('me', LIMIT));
    expect(taken.map(({ isAllowed, remaining }) => [isAllowed, remaining])).toEqual([
      [true, 3],
      [true, 2],
      [true, 1],
      [true, 0],
      [false, 0],
    ]);
    expect(taken[4]?.retryAfterSeconds).toBeGreaterThan(50);
    expect((await one.take('you', LIMIT)).isAllowed).toBe(true);
    await redis.kill();
    const alone = await Promise.all(Array.from({ length: 5 }, () => one.take('me', LIMIT)));
    expect(alone.map(({ isAllowed }) => isAllowed)).toEqual([true, true, true, true, false]);
    expect((await other.take('me', LIMIT)).isAllowed).toBe(true);
  });
});
