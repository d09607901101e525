import { loadConfig } from '@council/config';
import { MIGRATIONS, Migrator } from '@council/migrations';
import { connect, Database } from '@council/persistence';
import { Logger } from '@nestjs/common';

/** `council-server migrate up|down|status`. Returns the exit code. */
export async function migrate(what: string): Promise<number> {
  if (!['up', 'down', 'status'].includes(what)) {
    process.stderr.write(`There is no "migrate ${what}": use up, down or status.\n`);
    return 2;
  }
  Logger.overrideLogger(false);
  const config = loadConfig();
  const database = await Database.open(config);
  try {
    const dataSource = await connect({ ...database.options, migrations: [...MIGRATIONS] }, config.database.waitMs);
    try {
      process.stdout.write(await act(new Migrator(dataSource), what));
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.close();
  }
  return 0;
}

async function act(migrator: Migrator, what: string): Promise<string> {
  if (what === 'status') {
    const states = await migrator.status();
    return states.map(({ name, isApplied }) => `${isApplied ? 'applied' : 'pending'}  ${name}\n`).join('');
  }
  if (what === 'down') {
    const name = await migrator.down();
    return name === null ? 'There is nothing to revert.\n' : `reverted ${name}\n`;
  }
  const names = await migrator.up();
  return names.length === 0 ? 'The schema is up to date.\n' : names.map((name) => `applied ${name}\n`).join('');
}
