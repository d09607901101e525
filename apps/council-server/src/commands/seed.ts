import { Migrator, seed } from '@council/migrations';
import { withDatabase } from './with-database.js';

/** `council-server seed`: what a user has edited or deleted stays so. Returns 0, or 3 while migrations are pending. */
export function seedDatabase(): Promise<number> {
  return withDatabase(async ({ dataSource }) => {
    const pending = (await new Migrator(dataSource).status()).filter(({ isApplied }) => !isApplied);
    if (pending.length > 0) {
      process.stderr.write('Migrations are pending: run "council-server migrate up" first.\n');
      return 3;
    }
    const written = await seed(dataSource);
    for (const key of written) process.stdout.write(`seeded ${key}\n`);
    if (written.length === 0) process.stdout.write('The seeds are up to date.\n');
    return 0;
  });
}
