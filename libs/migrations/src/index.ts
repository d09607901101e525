export { MigrationsModule, MigrationStatus } from './migrations.module.js';
export { MIGRATIONS } from './migrations/index.js';
export { Migrator } from './migrator.js';
export { seed } from './seeder.js';
export { SYSTEM_TEMPLATES } from './seeds/index.js';
