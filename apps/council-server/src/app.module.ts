import { AccessModule } from '@council/access';
import { CacheModule } from '@council/cache';
import { type AppConfig, ConfigModule } from '@council/config';
import { CouncilModule } from '@council/council';
import { EmbeddingsModule } from '@council/embeddings';
import { HealthModule } from '@council/health';
import { MemoryModule } from '@council/memory';
import { MIGRATIONS, MigrationsModule, Migrator, seed } from '@council/migrations';
import { PersistenceModule } from '@council/persistence';
import { type DynamicModule, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { ObservabilityModule } from './observability/observability.module.js';
import { EdgeModule } from './edge/edge.module.js';
import { SignInModule } from './edge/sign-in.module.js';

/** The composition root: joins the ports of the core with their adapters. No rules of deliberation here. */
@Module({})
export class AppModule {
  /** With the configuration of the process's environment, or with one that is given. */
  static async forRoot(config?: AppConfig): Promise<DynamicModule> {
    return {
      module: AppModule,
      imports: [
        config === undefined ? await ConfigModule.forRoot() : ConfigModule.with(config),
        PersistenceModule.forRoot({ migrations: MIGRATIONS, prepare }),
        MigrationsModule,
        CacheModule,
        AccessModule,
        EmbeddingsModule,
        MemoryModule,
        HealthModule,
        CouncilModule,
        ObservabilityModule,
        EdgeModule,
        SignInModule,
      ],
    };
  }
}

async function prepare(dataSource: DataSource): Promise<void> {
  await new Migrator(dataSource).up();
  await seed(dataSource);
}
