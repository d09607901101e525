import type { Redis, RedisOptions } from 'ioredis';

/** What a command may take; then the line counts as down. */
const BUDGET_MS = 500;
/** After a late answer nobody asks for this long: a Redis that hangs costs one caller its budget, not every caller. */
const PAUSE_MS = 2_000;
const LATE = Symbol('late');

const OPTIONS = {
  connectTimeout: 1_000,
  retryStrategy: (tries: number) => Math.min(50 * 2 ** Math.min(tries, 5), 1_000),
  autoResubscribe: false,
} satisfies RedisOptions;

/** A client that waits for no Redis: what cannot be sent now fails now. */
export async function impatientClient(url: string): Promise<Redis> {
  const { Redis } = await import('ioredis');
  return new Redis(url, { ...OPTIONS, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
}

/** A client for BullMQ's worker, which waits for work as long as it takes. */
export async function patientClient(url: string): Promise<Redis> {
  const { Redis } = await import('ioredis');
  return new Redis(url, { ...OPTIONS, maxRetriesPerRequest: null });
}

/** A connection to a Redis that may come late, go away and hang. Says once when it is lost, and once when it is back. */
export class RedisLine {
  private pausedUntil = 0;
  private fault: string | null = null;
  private isClosed = false;
  /** Connections that somebody split off: BullMQ's worker has one of its own, and leaves it waiting for a Redis that has gone. */
  private readonly splits: Redis[] = [];

  constructor(
    readonly client: Redis,
    private readonly onFault: (fault: string | null) => void,
  ) {
    const split = client.duplicate.bind(client);
    client.duplicate = (options) => {
      const own = split(options);
      this.splits.push(own);
      return own;
    };
    client.on('error', (error: unknown) => {
      this.report(faultOf(error));
    });
    client.on('close', () => {
      this.report('the connection is closed');
    });
    client.on('ready', () => {
      this.report(null);
    });
  }

  get isUp(): boolean {
    return this.client.status === 'ready' && performance.now() >= this.pausedUntil;
  }

  /** Whether the command was answered. Never rejects, and never takes long. */
  async attempt(command: (client: Redis) => Promise<unknown>): Promise<boolean> {
    if (!this.isUp) return false;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<typeof LATE>((resolve) => {
      timer = setTimeout(resolve, BUDGET_MS, LATE);
    });
    try {
      const answer = await Promise.race([command(this.client), patience]);
      if (answer === LATE) this.pausedUntil = performance.now() + PAUSE_MS;
      this.report(answer === LATE ? `no answer within ${BUDGET_MS} ms` : null);
      return answer !== LATE;
    } catch (error) {
      this.report(faultOf(error));
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Cuts the line and what was split off it: a polite end would wait for the answer of a Redis that hangs. */
  close(): void {
    this.isClosed = true;
    for (const client of [this.client, ...this.splits]) client.disconnect();
  }

  private report(fault: string | null): void {
    const isNews = fault === null ? this.fault !== null : this.fault === null;
    if (this.isClosed || !isNews) return;
    this.fault = fault;
    this.onFault(fault);
  }
}

/** In few words and without the address. */
function faultOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string') return code;
  return typeof message === 'string' ? message : String(error);
}
