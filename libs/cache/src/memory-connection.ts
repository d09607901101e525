import { CacheConnection, type CacheStatus } from './cache-connection.js';
import { MemoryStore } from './memory-store.js';

const MAX_ENTRIES = 1_000;

/** The cache of a single process. */
export class MemoryConnection extends CacheConnection {
  readonly store = new MemoryStore(MAX_ENTRIES);

  async status(): Promise<CacheStatus> {
    return 'off';
  }

  async evaluate(): Promise<undefined> {
    return undefined;
  }
}
