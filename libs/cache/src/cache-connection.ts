/** What a store has to do for Keyv. Values are texts that Keyv made; `ttlMs` unset means for ever. */
export interface CacheStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlMs?: number): Promise<boolean>;
  delete(key: string): Promise<boolean>;
  clear(): Promise<void>;
}

/** off: there is no Redis to reach, values stay in this process. */
export type CacheStatus = 'off' | 'connected' | 'disconnected';

/** Where cached values are kept. Features never see it: they speak to Nest's cache manager. */
export abstract class CacheConnection {
  abstract readonly store: CacheStore;
  /** Asked by the health check. Never rejects, and never takes long. */
  abstract status(): Promise<CacheStatus>;
  /** What a script answers that runs in Redis as one step; undefined without Redis, or without an answer in time. */
  abstract evaluate(script: string, keys: readonly string[], args: readonly string[]): Promise<unknown>;
}
