// Four servers started at once on an empty PostgreSQL: all come up, each migration is recorded once.
// scripts/with-postgres.sh node proofs/four-servers.mjs
import pg from 'pg';
import { SpawnedServer } from '../apps/council-server/test/spawned-server.mjs';

const { TEST_DATABASE_URL } = process.env;
if (!TEST_DATABASE_URL) throw new Error('Run it as: scripts/with-postgres.sh node proofs/four-servers.mjs');
const name = `four_servers_${process.pid}`;
const address = new URL(TEST_DATABASE_URL);
const admin = new pg.Client({ connectionString: address.href });
await admin.connect();
await admin.query(`CREATE DATABASE ${name}`);
address.pathname = `/${name}`;

const servers = Array.from({ length: 4 }, () => new SpawnedServer({ environment: { DATABASE_URL: address.href } }));
const outcomes = await Promise.allSettled(servers.map((server) => server.ready));
const ready = await Promise.all(
  outcomes.map(
    async ({ status, value }) => status === 'fulfilled' && (await fetch(`${value}/health/ready`)).status === 200,
  ),
);
const client = new pg.Client({ connectionString: address.href });
await client.connect();
const { rows } = await client.query(
  'SELECT name, count(*)::int AS times FROM schema_migrations GROUP BY name ORDER BY name',
);
const { rows: seeds } = await client.query('SELECT count(*)::int AS agents FROM agents');
await client.end();
await Promise.all(servers.map((server) => server.stop()));
await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
await admin.end();

for (const outcome of outcomes) if (outcome.status === 'rejected') process.stdout.write(`${outcome.reason.message}\n`);
process.stdout.write(`${ready.filter(Boolean).length} of 4 servers ready; ${seeds[0].agents} agents seeded\n`);
for (const row of rows) process.stdout.write(`${row.name} recorded ${row.times} time(s)\n`);
process.exit(ready.every(Boolean) && rows.every((row) => row.times === 1) && seeds[0].agents === 4 ? 0 : 1);
