import { Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { createClient } from '@redis/client';
import { CacheConnection, type CacheStatus } from './cache-connection.js';
import { redisFault } from './redis-fault.js';
import { type RedisClient, RedisStore } from './redis-store.js';

/** What a value from the cache may cost at most; whoever asks makes it afresh instead. */
const BUDGET_MS = 250;
/** After a late answer nobody asks for this long: a Redis that hangs costs one request its budget, not every request. */
const PAUSE_MS = 2_000;
const CONNECT_TIMEOUT_MS = 1_000;
const MAX_RECONNECT_DELAY_MS = 1_000;
const MAX_COMMANDS_UNDER_WAY = 1_000;
const LATE = Symbol('late');

/** A Redis that may come late, go away and hang: then it is a cache that knows nothing, and nobody waits for it. */
export class RedisConnection extends CacheConnection implements OnModuleInit, OnApplicationShutdown {
  readonly store: RedisStore;
  private readonly logger = new Logger('cache');
  private readonly client: RedisClient;
  private pausedUntil = 0;
  private lastFault: string | undefined;
  private isClosed = false;

  constructor(url: string) {
    super();
    this.client = createClient({
      url,
      disableOfflineQueue: true,
      commandsQueueMaxLength: MAX_COMMANDS_UNDER_WAY,
      socket: { connectTimeout: CONNECT_TIMEOUT_MS, reconnectStrategy: (retries) => this.delayMs(retries) },
    });
    // Without a listener the first lost connection would end the process.
    this.client.on('error', (error: unknown) => {
      this.report(error);
    });
    this.client.on('ready', () => {
      this.reportRecovery();
    });
    this.store = new RedisStore(this.client, (command) => this.attempt(command));
  }

  /** In the background: a start without Redis does not wait for it. */
  onModuleInit(): void {
    this.client.connect().catch((error: unknown) => {
      this.report(error);
    });
  }

  /**
   * Cuts the line. The polite QUIT would wait for the answer of a Redis that hangs. An attempt to connect that is
   * under way cannot be called back, hence unref: its socket holds no process.
   */
  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    this.client.unref();
    if (this.client.isOpen) await this.client.disconnect();
  }

  async status(): Promise<CacheStatus> {
    const pong = await this.attempt(() => this.client.ping());
    return pong === undefined ? 'disconnected' : 'connected';
  }

  async evaluate(script: string, keys: readonly string[], args: readonly string[]): Promise<unknown> {
    return this.attempt(() => this.client.eval(script, { keys: [...keys], arguments: [...args] }));
  }

  /** The answer; undefined when Redis is away, refuses, or takes longer than its budget. Never rejects. */
  private async attempt<T>(command: () => Promise<T>): Promise<T | undefined> {
    if (!this.client.isReady || performance.now() < this.pausedUntil) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<typeof LATE>((resolve) => {
      timer = setTimeout(resolve, BUDGET_MS, LATE);
    });
    try {
      const answer = await Promise.race([command(), patience]);
      if (answer !== LATE) {
        this.reportRecovery();
        return answer;
      }
      this.pausedUntil = performance.now() + PAUSE_MS;
      this.report(new Error(`no answer within ${BUDGET_MS} ms`));
    } catch (error) {
      this.report(error);
    } finally {
      clearTimeout(timer);
    }
    return undefined;
  }

  private delayMs(retries: number): number | false {
    return this.isClosed ? false : Math.min(50 * 2 ** Math.min(retries, 5), MAX_RECONNECT_DELAY_MS);
  }

  /** Once a fault, not once an attempt. */
  private report(error: unknown): void {
    const fault = redisFault(error);
    if (this.isClosed || fault === this.lastFault) return;
    this.lastFault = fault;
    this.logger.warn(`Redis: ${fault}. The server works on without its cache.`);
  }

  private reportRecovery(): void {
    if (this.lastFault !== undefined) this.logger.log('Redis answers again.');
    this.lastFault = undefined;
  }
}
