import { Injectable, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Migrator } from './migrator.js';

/** Whether the schema is the one that this build was made for. */
@Injectable()
export class MigrationStatus {
  private readonly migrator: Migrator;

  constructor(dataSource: DataSource) {
    this.migrator = new Migrator(dataSource);
  }

  async pending(): Promise<readonly string[]> {
    return (await this.migrator.status()).filter((state) => !state.isApplied).map((state) => state.name);
  }
}

@Module({ providers: [MigrationStatus], exports: [MigrationStatus] })
export class MigrationsModule {}
