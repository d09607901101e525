import type { AppConfig } from '@council/config';
import { AppError } from '@council/kernel';
import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { embeddedOptions, serverOptions } from './database-options.js';
import { EmbeddedDatabase } from './embedded/embedded-database.js';

/** Embedded: one session, which all connections share one after the other. */
export type DatabaseKind = 'embedded' | 'server';

/** The database that the configuration names, opened: with its process, where it has one of ours. */
export class Database {
  private constructor(
    readonly kind: DatabaseKind,
    readonly options: DataSourceOptions,
    private readonly embedded: EmbeddedDatabase | null,
  ) {}

  static async open(config: AppConfig): Promise<Database> {
    const { url } = config.database;
    if (url !== undefined) return new Database('server', serverOptions({ ...config.database, url }), null);
    const log = new Logger('database');
    const embedded = await EmbeddedDatabase.open(config.dataDir, (message) => {
      log.error(message);
    });
    return new Database('embedded', embeddedOptions(config.database, embedded.socketFolder), embedded);
  }

  /** Whether a process has the embedded database of the data folder open. Not known of one on a server: false. */
  static async isEmbeddedInUse(config: AppConfig): Promise<boolean> {
    return config.database.url === undefined && (await EmbeddedDatabase.isInUse(config.dataDir));
  }

  async close(): Promise<void> {
    await this.embedded?.close();
  }
}

const WAIT_STEP_MS = 500;
/** Not there yet, or starting up, or full: it may pass. Anything else (a wrong password, no such database) does not. */
const NOT_YET = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENOENT|57P03|57P02|57P01|53300)$/;

/** Connects, and waits for a database that is not there yet. Rejects with what stands against it, without an address. */
export async function connect(options: DataSourceOptions, waitMs: number): Promise<DataSource> {
  const deadline = Date.now() + waitMs;
  const log = new Logger('database');
  const dataSource = new DataSource(options);
  for (let tries = 0; ; tries += 1) {
    try {
      await dataSource.initialize();
      surviveLostConnections(dataSource);
      return dataSource;
    } catch (error) {
      const reason = reasonOf(error);
      if (!NOT_YET.test(reason.code) || Date.now() + WAIT_STEP_MS > deadline) throw unreachable(reason);
      if (tries === 0) log.warn(`the database does not answer yet (${reason.code}): waiting`);
      await sleep(WAIT_STEP_MS);
    }
  }
}

/** A client that is checked out when its server goes emits an error that nobody listens to, which ends the process. */
function surviveLostConnections(dataSource: DataSource): void {
  const { master } = dataSource.driver as unknown as {
    readonly master: { on(event: 'connect', listener: (client: NodeJS.EventEmitter) => void): void };
  };
  master.on('connect', (client) => {
    client.on('error', () => undefined);
  });
}

function reasonOf(error: unknown): { readonly code: string; readonly message: string } {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const { code, message } = (first ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const text = String(message ?? error);
  // pg-pool gives up waiting without a code.
  const given = typeof code === 'string' ? code : /timeout/i.test(text) ? 'ETIMEDOUT' : '';
  return { code: given, message: text };
}

function unreachable({ code, message }: { readonly code: string; readonly message: string }): AppError {
  const what = /^[0-9A-Z]{5}$/.test(code) ? `${message} (${code})` : code === '' ? message : code;
  return new AppError('unavailable', 'DATABASE.UNREACHABLE', `the database cannot be reached: ${what}`, {
    detail: 'Check DATABASE_URL and PGPASSWORD, or leave DATABASE_URL empty for the embedded database.',
  });
}
