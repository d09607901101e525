import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CouncilClient, withoutBill } from '../../../apps/council-server/test/council-client.mjs';
import { SpawnedServer } from '../../../apps/council-server/test/spawned-server.mjs';
import { BRISK, demand, HEADERS } from '../topology.mjs';

const run = promisify(execFile);
const BIN = '/usr/lib/postgresql/15/bin';

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
  return postgres.query(sums.join(' UNION ALL '), database);
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
      const file = join(topology.folder, 'council.dump');
      // As docs/deployment.md says it.
      await run(`${BIN}/pg_dump`, ['-Fc', '-f', file, topology.postgres.url('council')]);
      const before = await contents(topology.postgres, 'council');
      const DATABASE_URL = await topology.postgres.recreate('restored');
      await run(`${BIN}/pg_restore`, ['-d', DATABASE_URL, '--exit-on-error', file]);
      if (isSabotaged) await topology.postgres.query('DELETE FROM session_events WHERE seq = 3', 'restored');
      const after = await contents(topology.postgres, 'restored');
      for (const [at, table] of before.entries()) {
        const { rows, sum } = after[at] ?? {};
        demand(rows === table.rows && sum === table.sum, `${table.name}: ${table.rows} rows became ${rows}`);
      }
      const server = await SpawnedServer.start({ environment: { ...topology.environment, DATABASE_URL } });
      try {
        const restored = new CouncilClient(() => server.url, HEADERS);
        const [was, is] = [await topology.client.report(session), await restored.report(session)];
        demand(withoutBill(was) === withoutBill(is), 'the report is another one');
      } finally {
        await server.stop();
      }
      return `${before.length} tables with ${before.reduce((sum, { rows }) => sum + rows, 0)} rows, equal`;
    },
  },
];
