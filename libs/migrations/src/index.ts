export { MigrationsModule, MigrationStatus } from './migrations.module.js';
export { type MigrationState, Migrator } from './migrator.js';
export { MIGRATIONS } from './migrations/index.js';
export { seed } from './seeder.js';
