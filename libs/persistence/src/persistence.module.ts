import { AppConfig } from '@council/config';
import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource, MigrationInterface } from 'typeorm';
import { connect, Database } from './database.js';

@Global()
@Module({
  providers: [{ provide: Database, useFactory: (config: AppConfig) => Database.open(config), inject: [AppConfig] }],
  exports: [Database],
})
class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Modules are destroyed before: the pool is closed by now. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

export interface PersistenceOptions {
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Runs before anybody else can ask: no provider ever meets an old schema. */
  readonly prepare: (dataSource: DataSource) => Promise<void>;
}

/** The connection that every repository uses. */
@Module({})
export class PersistenceModule {
  static forRoot({ migrations, prepare }: PersistenceOptions): DynamicModule {
    return {
      module: PersistenceModule,
      imports: [
        DatabaseModule,
        TypeOrmModule.forRootAsync({
          inject: [Database, AppConfig],
          useFactory: (database: Database, config: AppConfig) => ({
            ...database.options,
            migrations: [...migrations],
            autoLoadEntities: true,
            // Waiting is ours: `connect` knows what may pass.
            retryAttempts: 1,
            verboseRetryLog: false,
            waitMs: config.database.waitMs,
          }),
          dataSourceFactory: async (options) => {
            if (options === undefined) throw new Error('the database has no options');
            const { waitMs } = options as unknown as { readonly waitMs: number };
            const dataSource = await connect(options, waitMs);
            await prepare(dataSource);
            return dataSource;
          },
        }),
      ],
    };
  }
}
