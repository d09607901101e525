import { CacheConnection } from '@council/cache';
import type { RateLimit } from '@council/config';
import { Injectable } from '@nestjs/common';
import { MemoryRateCounter, RateCounter } from './rate-counter.js';
import { type Taken, takenOf, tokensPerMs } from './token-bucket.js';

/** The bucket of `takeFrom`, on the clock that all servers share. */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local burst, perMs = tonumber(ARGV[1]), tonumber(ARGV[2])
local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = math.min(burst, (tonumber(kept[1]) or burst) + math.max(0, now - (tonumber(kept[2]) or now)) * perMs)
local allowed = 0
if tokens >= 1 then
  tokens = tokens - 1
  allowed = 1
end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', tostring(now))
redis.call('PEXPIRE', KEYS[1], math.ceil(burst / perMs) + 1000)
return { allowed, tostring(tokens) }`;

/**
 * In Redis, so that a limit is one limit over all servers. Without Redis, or while it is away, each process counts for
 * itself; the cache's connection says so in the log, and /health too.
 */
@Injectable()
export class SharedRateCounter extends RateCounter {
  private readonly own = new MemoryRateCounter();

  constructor(private readonly cache: CacheConnection) {
    super();
  }

  override async take(key: string, limit: RateLimit): Promise<Taken> {
    const args = [String(limit.burst), String(tokensPerMs(limit))];
    const answer = await this.cache.evaluate(TAKE, [`council:rate:${key}`], args);
    if (!Array.isArray(answer)) return this.own.take(key, limit);
    const [isAllowed, tokens] = answer.map(Number);
    return takenOf(isAllowed === 1, tokens ?? 0, limit);
  }
}
