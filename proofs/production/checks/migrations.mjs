import { SpawnedServer } from '../../../apps/council-server/test/spawned-server.mjs';
import { demand, within } from '../topology.mjs';

const START_MS = 90_000;
const recorded = (topology, database) =>
  topology.postgres.query('SELECT name FROM schema_migrations ORDER BY name', database);

export const migrations = [
  {
    name: 'failing-migration',
    isShort: true,
    sabotage: 'nothing stands in the way of the migration',
    async run(topology, isSabotaged) {
      const DATABASE_URL = await topology.postgres.recreate('failing');
      // A table of another's is where one of ours has to go.
      if (!isSabotaged) await topology.postgres.query('CREATE TABLE session_reviews (of_somebody_else int)', 'failing');
      const server = new SpawnedServer({ environment: { ...topology.environment, DATABASE_URL } });
      try {
        const end = await within(
          'the start has ended, one way or the other',
          START_MS,
          Promise.race([server.exited, server.ready.then(() => null)]).catch(() => server.exited),
        );
        demand(end !== null, 'the server serves although a migration failed');
        demand(end.code === 1, `it ended with ${end.code}`);
        const said = /migration (\S+) failed.*"session_reviews" already exists/s.exec(server.output);
        demand(said !== null, `it does not say which migration failed, and why:\n${server.output}`);
        const kept = await recorded(topology, 'failing').catch(() => []);
        demand(!kept.some(({ name }) => name === said[1]), `${said[1]} is recorded`);
        return `${said[1]} is named, ${kept.length} before it stay`;
      } finally {
        await server.kill();
      }
    },
  },
  {
    name: 'four-at-once',
    isShort: false,
    sabotage: 'one of the four has a wrong password',
    async run(topology, isSabotaged) {
      const DATABASE_URL = await topology.postgres.recreate('four');
      const wrong = new URL(DATABASE_URL);
      wrong.password = 'wrong';
      const servers = [0, 1, 2, 3].map((at) => {
        const url = isSabotaged && at === 0 ? wrong.href : DATABASE_URL;
        return new SpawnedServer({
          environment: { ...topology.environment, DATABASE_URL: url, DATABASE_WAIT_MS: '5000' },
        });
      });
      try {
        for (const server of servers) {
          const url = await within('all four serve', START_MS, server.ready);
          demand((await fetch(`${url}/health/ready`)).ok, `${url} is not ready`);
        }
        const names = (await recorded(topology, 'four')).map(({ name }) => name);
        demand(new Set(names).size === names.length, 'a migration is recorded twice');
        return `${names.length} migrations, each once`;
      } finally {
        await Promise.all(servers.map((server) => server.kill()));
      }
    },
  },
];
