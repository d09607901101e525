import { SpawnedRedis } from '@council/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pingRedis } from './ping-redis.js';

describe('pingRedis', () => {
  let redis: SpawnedRedis;
  beforeEach(async () => {
    redis = await SpawnedRedis.prepare();
  });
  afterEach(() => redis.remove());

  it('says nothing when Redis answers', async () => {
    await redis.start();
    expect(await pingRedis(redis.url)).toBeNull();
  });

  it('says why not, and does not wait for ever', async () => {
    expect(await pingRedis(redis.url)).toBe('ECONNREFUSED');
    await redis.start();
    expect(await pingRedis(`redis://:wrong@127.0.0.1:${redis.port}`)).toMatch(/password/i);
    redis.stall();
    expect(await pingRedis(redis.url)).toBe('no answer within 2000 ms');
  });
});
