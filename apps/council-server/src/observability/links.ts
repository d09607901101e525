import { CacheConnection } from '@council/cache';
import { SessionQueue } from '@council/dispatch';
import { Injectable } from '@nestjs/common';

/** What leads to Redis. */
@Injectable()
export class Links {
  constructor(
    private readonly cache: CacheConnection,
    private readonly queue: SessionQueue,
  ) {}

  async states(): Promise<readonly (readonly [use: string, state: string])[]> {
    return [
      ['cache', await this.cache.status()],
      ['queue', await this.queue.status()],
    ];
  }

  /** Null: there is no queue but the database. */
  queueDepth(): Promise<number | null> {
    return this.queue.depth();
  }
}
