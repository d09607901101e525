import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CouncilClient, withoutBill } from '../../../apps/council-server/test/council-client.mjs';
import { SpawnedServer } from '../../../apps/council-server/test/spawned-server.mjs';
import { BRISK, demand, HEADERS } from '../topology.mjs';

const run = promisify(execFile);
const PROGRAM = resolve('bin/council-server.mjs');

/** The product's own command, with the settings of a backend and nothing of the caller's. */
async function council(environment, ...words) {
  const env = { PATH: process.env.PATH, COUNCIL_NO_PROBE: '1', ...environment };
  const { stdout, stderr } = await run(process.execPath, [PROGRAM, ...words], { cwd: tmpdir(), env }).catch((error) => {
    throw new Error(`${words[0]} ended with ${error.code}: ${error.stderr}`);
  });
  return `${stdout}${stderr}`;
}

/** Each table, with a sum over its rows in whatever order they lie. */
async function contents(postgres, database) {
  const tables = await postgres.query(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    database,
  );
  const sums = tables.map(
    ({ tablename }) =>
      `SELECT '${tablename}' AS name, count(*)::int AS rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text AS sum FROM "${tablename}" t`,
  );
  return sums.length === 0 ? [] : postgres.query(`${sums.join(' UNION ALL ')} ORDER BY name`, database);
}

/** Both ways: a table that is in one of them only is a difference too. */
function compare(before, after) {
  const names = (tables) => tables.map(({ name }) => name).join(', ');
  demand(names(before) === names(after), `the tables ${names(before)} became ${names(after)}`);
  for (const [at, { name, rows, sum }] of before.entries()) {
    const other = after[at];
    demand(rows === other.rows && sum === other.sum, `${name}: ${rows} rows became ${other.rows}, or others`);
  }
}

export const backup = [
  {
    name: 'backup',
    isShort: false,
    sabotage: 'a row is lost on the way',
    async run(topology, isSabotaged) {
      topology.pace = BRISK;
      const session = await topology.convene();
      await topology.client.untilEnded(session, 60_000);
      const file = join(topology.folder, 'council.backup');
      // While both backends and the worker run, as docs/commands.md says it.
      const said = await council(topology.environment, 'backup', file);
      const before = await contents(topology.postgres, 'council');
      const DATABASE_URL = await topology.postgres.recreate('restored');
      const environment = { ...topology.environment, DATABASE_URL };
      demand((await contents(topology.postgres, 'restored')).length === 0, 'the new database is not empty');
      await council(environment, 'restore', file);
      if (isSabotaged) await topology.postgres.query('DELETE FROM session_events WHERE seq = 3', 'restored');
      compare(before, await contents(topology.postgres, 'restored'));
      const rows = before.reduce((sum, table) => sum + table.rows, 0);
      // Migrations stand in the file's head: they are no rows of it.
      const counted = rows - before.find(({ name }) => name === 'schema_migrations').rows;
      demand(said.includes(`backed up ${counted} rows`), `${counted} rows are there, and it says: ${said}`);
      const server = await SpawnedServer.start({ environment });
      try {
        const restored = new CouncilClient(() => server.url, HEADERS);
        const [was, is] = [await topology.client.report(session), await restored.report(session)];
        demand(withoutBill(was) === withoutBill(is), 'the report is another one');
      } finally {
        await server.stop();
      }
      return `${before.length} tables with ${rows} rows, equal`;
    },
  },
];
