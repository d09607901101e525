import { AppError } from '@council/kernel';
import { Logger } from '@nestjs/common';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

export interface MigrationState {
  readonly name: string;
  readonly isApplied: boolean;
}

/** Of this product's migrations: any number works, as long as nothing else on the server takes it. */
const ADVISORY_LOCK = 7_305_421;

/**
 * Brings a schema up or down, one transaction a migration. Each transaction first takes an advisory lock and then looks
 * at what is pending, so that any number of servers may start at once. (On the embedded database, which has one session,
 * the transaction itself keeps the others out.)
 */
export class Migrator {
  private readonly log = new Logger('migrations');

  constructor(private readonly dataSource: DataSource) {}

  /** Applies what is pending, in order, or up to one; returns the names. Stops at the first failure, which is rolled back. */
  async up(last?: string): Promise<readonly string[]> {
    const applied: string[] = [];
    for (;;) {
      const name = await this.locked(async (executor) => {
        const [next] = await executor.getPendingMigrations();
        if (next === undefined || (last !== undefined && this.isAfter(next.name, last))) return null;
        await executor.executeMigration(next).catch((error: unknown) => {
          throw failed(next.name, error);
        });
        return next.name;
      });
      if (name === null) return applied;
      applied.push(name);
      this.log.log(`applied ${name}`);
    }
  }

  /** Reverts the last one; null when there is none. */
  down(): Promise<string | null> {
    return this.locked(async (executor) => {
      const last = (await this.states(executor)).findLast((state) => state.isApplied);
      if (last === undefined) return null;
      await executor.undoLastMigration().catch((error: unknown) => {
        throw failed(last.name, error);
      });
      this.log.log(`reverted ${last.name}`);
      return last.name;
    });
  }

  async status(): Promise<readonly MigrationState[]> {
    const queryRunner = this.dataSource.createQueryRunner();
    try {
      return await this.states(this.executorOn(queryRunner));
    } finally {
      await queryRunner.release();
    }
  }

  private isAfter(name: string, last: string): boolean {
    const names = this.dataSource.migrations.map((migration) => migration.name);
    return names.indexOf(name) > names.indexOf(last);
  }

  private async states(executor: MigrationExecutor): Promise<readonly MigrationState[]> {
    const executed = new Set((await executor.getExecutedMigrations()).map(({ name }) => name));
    return this.dataSource.migrations.map(({ name = '' }) => ({ name, isApplied: executed.has(name) }));
  }

  private async locked<T>(work: (executor: MigrationExecutor) => Promise<T>): Promise<T> {
    const queryRunner = this.dataSource.createQueryRunner();
    try {
      await queryRunner.startTransaction();
      // Waiting for another server's migration is not a hanging statement.
      await queryRunner.query('SET LOCAL statement_timeout = 0');
      await queryRunner.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
      const result = await work(this.executorOn(queryRunner));
      await queryRunner.commitTransaction();
      return result;
    } catch (error) {
      if (queryRunner.isTransactionActive) await queryRunner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await queryRunner.release();
    }
  }

  private executorOn(queryRunner: QueryRunner): MigrationExecutor {
    return new MigrationExecutor(this.dataSource, queryRunner);
  }
}

function failed(name: string, error: unknown): AppError {
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError('internal', 'MIGRATION.FAILED', `migration ${name} failed: ${reason}`, {
    detail: 'It was rolled back and nothing of it remains. The server does not start on a half-known schema.',
    cause: error,
  });
}
