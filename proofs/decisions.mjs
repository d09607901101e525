// decisions on reviews, twice and at once, against deadlines, ends and restarts; two servers on TEST_DATABASE_URL where it is set, else embedded
import { setTimeout as sleep } from 'node:timers/promises';
import { CouncilClient } from '../apps/council-server/test/council-client.mjs';
import { DecidedCouncils, gatedGraph } from '../apps/council-server/test/decided-councils.mjs';
import { play, SCENARIOS } from '../apps/council-server/test/decision-scenarios.mjs';
import { SpawnedServer } from '../apps/council-server/test/spawned-server.mjs';
import { SteadyModel } from '../apps/council-server/test/steady-model.mjs';
import { seededRandom } from '../libs/testing/src/seeded-random.mjs';
import { makeDatabasePlace } from './crash/database-place.mjs';
import { seedFromArguments } from './crash/seed-from-arguments.mjs';

const REPETITIONS = 100;
const AT_ONCE = 10;
const seed = seedFromArguments();
const random = seededRandom(seed);
const place = await makeDatabasePlace();
const model = await SteadyModel.start(5);
const servers = [];
const start = (at) => {
  servers[at] = new SpawnedServer({
    environment: {
      ...place.environment,
      LLM_PROVIDER: 'custom',
      LLM_BASE_URL: model.baseUrl,
      LLM_MODEL: 'm',
      COUNCIL_LEASE_MS: '3000',
    },
  });
  return servers[at].ready;
};
const total = { played: 0, wrong: 0 };
console.log(`database: ${place.kind}, seed ${seed}`);
try {
  await start(0);
  if (place.kind !== 'embedded') await start(1);
  const clients = servers.map((_, at) => new CouncilClient(() => servers[at].url));
  const councils = new DecidedCouncils(
    clients.map(
      (client) =>
        (...request) =>
          client.ask(...request),
    ),
    model,
  );
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    await repeat(name, () => play(scenario, councils, random));
  }
  for (let left = REPETITIONS; left > 0; left -= AT_ONCE) await restart(councils);
} finally {
  for (const server of servers) await server.kill();
  await model.stop();
  await place.remove();
}
console.log(`${total.played} played, ${total.wrong} wrong`);
process.exit(total.wrong === 0 ? 0 : 1);

async function repeat(name, once) {
  const startedAt = Date.now();
  for (let left = REPETITIONS; left > 0; left -= AT_ONCE) {
    conclude(name, await Promise.all(Array.from({ length: Math.min(left, AT_ONCE) }, once)));
  }
  console.log(`${name}: ${REPETITIONS} times, ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

/** All servers die while councils wait, and each is decided in the moment in which they are there again. */
async function restart(councils) {
  const waiting = await Promise.all(Array.from({ length: AT_ONCE }, () => councils.open(gatedGraph())));
  await Promise.all(servers.map((server) => server.kill('SIGKILL')));
  await Promise.all(servers.map((_, at) => start(at)));
  const faults = await Promise.all(
    waiting.map((council) => {
      const scenario = async () => {
        await sleep(Math.round(random() * 500));
        const decide = (client) => councils.decide(client, council.review, 'approve');
        return { council, answers: await Promise.all([decide(0), decide(1)]), taken: 1, status: 'completed' };
      };
      return play(scenario, councils, random);
    }),
  );
  conclude('between restart and resume', faults);
}

function conclude(name, played) {
  total.played += played.length;
  const wrong = played.flat();
  total.wrong += wrong.length;
  for (const fault of wrong) console.log(`WRONG ${name}: ${fault}`);
}
