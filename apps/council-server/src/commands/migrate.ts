import { Migrator } from '@council/migrations';
import { withDatabase } from './with-database.js';

const WHAT = ['up', 'down', 'status'];

export interface MigrateOptions {
  readonly dryRun?: boolean;
}

/** `council-server migrate up|down|status [--dry-run]`. Returns the exit code: 3 where a status finds something pending. */
export async function migrate(what: string, options: MigrateOptions = {}): Promise<number> {
  if (!WHAT.includes(what)) {
    process.stderr.write(`There is no "migrate ${what}": use up, down or status.\n`);
    return 2;
  }
  return withDatabase(({ dataSource }) => act(new Migrator(dataSource), what, options.dryRun === true));
}

async function act(migrator: Migrator, what: string, isDry: boolean): Promise<number> {
  if (what === 'status') return status(migrator);
  const names = isDry ? await foreseen(migrator, what) : await done(migrator, what);
  const verb = { up: isDry ? 'would apply' : 'applied', down: isDry ? 'would revert' : 'reverted' }[what];
  for (const name of names) process.stdout.write(`${verb ?? what} ${name}\n`);
  if (names.length > 0) return 0;
  process.stdout.write(what === 'up' ? 'The schema is up to date.\n' : 'There is nothing to revert.\n');
  return 0;
}

async function status(migrator: Migrator): Promise<number> {
  const states = await migrator.status();
  for (const { name, isApplied } of states) process.stdout.write(`${isApplied ? 'applied' : 'pending'}  ${name}\n`);
  return states.every(({ isApplied }) => isApplied) ? 0 : 3;
}

async function done(migrator: Migrator, what: string): Promise<readonly string[]> {
  if (what === 'up') return migrator.up();
  const reverted = await migrator.down();
  return reverted === null ? [] : [reverted];
}

async function foreseen(migrator: Migrator, what: string): Promise<readonly string[]> {
  const states = await migrator.status();
  if (what === 'up') return states.filter(({ isApplied }) => !isApplied).map(({ name }) => name);
  return states
    .filter(({ isApplied }) => isApplied)
    .slice(-1)
    .map(({ name }) => name);
}
