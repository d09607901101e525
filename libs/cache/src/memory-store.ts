import type { CacheStore } from './cache-connection.js';

/**
 * Keeps the entries that were used last and drops the others, so that a cache nobody empties cannot fill the memory.
 * It knows nothing of time: Keyv writes the expiry into the value and deletes what it finds expired.
 */
export class MemoryStore implements CacheStore {
  /** In the order of use, the oldest first. */
  private readonly values = new Map<string, string>();

  constructor(private readonly maxEntries: number) {}

  async get(key: string): Promise<string | undefined> {
    const value = this.values.get(key);
    if (value !== undefined) this.touch(key, value);
    return value;
  }

  async set(key: string, value: string): Promise<boolean> {
    this.touch(key, value);
    const [oldest] = this.values.keys();
    if (this.values.size > this.maxEntries && oldest !== undefined) this.values.delete(oldest);
    return true;
  }

  async delete(key: string): Promise<boolean> {
    return this.values.delete(key);
  }

  async clear(): Promise<void> {
    this.values.clear();
  }

  private touch(key: string, value: string): void {
    this.values.delete(key);
    this.values.set(key, value);
  }
}
