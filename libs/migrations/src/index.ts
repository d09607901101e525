export { serverRuns } from './backup/backup-format.js';
export { type Restored, restoreBackup } from './backup/restore-backup.js';
export { backupLines } from './backup/write-backup.js';
export { MigrationsModule, MigrationStatus } from './migrations.module.js';
export { MIGRATIONS } from './migrations/index.js';
export { Migrator } from './migrator.js';
export { seed } from './seeder.js';
export { SYSTEM_TEMPLATES } from './seeds/index.js';
