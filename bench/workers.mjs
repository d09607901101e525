// Sessions a second with 1, 2 and 4 workers over BullMQ on PostgreSQL, and what the machine did meanwhile.
// `scripts/with-postgres.sh npm run bench workers [sessions] [model]`. Sessions wait in the queue, then all begin.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import pg from 'pg';
import { CouncilClient } from '../apps/council-server/test/council-client.mjs';
import { SpawnedServer } from '../apps/council-server/test/spawned-server.mjs';
import { makeDatabasePlace } from '../proofs/crash/database-place.mjs';
import { startRedis } from './workers/redis.mjs';

if (!process.env.TEST_DATABASE_URL) throw new Error('Run it as: scripts/with-postgres.sh npm run bench workers');
const SESSIONS = Number(process.argv[2] ?? 200);
const COUNTS = [1, 2, 4];
/** A model that answers at once shows our own work; one that takes a second a call, as real ones do, shows the slope. */
const MODELS = [
  { name: 'at-once', delayMs: 0, environment: { LLM_MAX_CONCURRENCY: '1000' } },
  { name: 'slow', delayMs: 1_000, environment: {} },
  // A worker takes sessions as long as it may, whether or not its models have room: with 100 one has most of them.
  { name: 'slow-8', delayMs: 1_000, environment: { WORKER_CONCURRENCY: '8' } },
].filter(({ name }) => name === (process.argv[3] ?? name));
const INPUT = {
  document:
    '# Move the archive\nThe archive moves to the new storage in the second quarter.\nReading stays possible.\n',
  objective: 'Decide whether to begin',
};
/** Of /proc/PID/stat, in ticks of 10 ms; null when the process has ended: a pool may drop a connection meanwhile. */
const cpuMs = (pid) => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
};
const sum = (values) => values.reduce((total, value) => total + value, 0);
const row = (cells) => process.stdout.write(`| ${cells.join(' | ')} |\n`);

row([
  'model',
  'workers',
  'sessions/s',
  'to one',
  'cores at work',
  'CPU ms a session: workers',
  'PostgreSQL',
  'Redis',
  'model',
  'load',
]);
row(['---', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:']);
for (const model of MODELS) {
  let first;
  for (const count of COUNTS) {
    const { rate, perSession } = await measure(model, count);
    first ??= rate;
    const cores = (sum(perSession) * rate) / 1_000;
    const shown = [
      rate.toFixed(1),
      (rate / first).toFixed(2),
      cores.toFixed(1),
      ...perSession.map((ms) => ms.toFixed(1)),
    ];
    // Far more than the cores at work: others use the machine, and the rates are theirs as well.
    row([model.name, count, ...shown, loadavg()[0].toFixed(1)]);
  }
}

/** In a database, a Redis and processes of its own, which end whatever happens. */
async function measure({ delayMs, environment: more }, count) {
  const ends = [];
  try {
    return await measureWith(more, count, delayMs, (end) => ends.unshift(end));
  } finally {
    for (const end of ends) await end();
  }
}

async function measureWith(more, count, delayMs, atEnd) {
  const place = await makeDatabasePlace();
  atEnd(() => place.remove());
  const redis = await startRedis();
  atEnd(() => redis.stop());
  const upstream = fork(new URL('./workers/upstream.mjs', import.meta.url), [String(delayMs)]);
  atEnd(() => upstream.kill());
  const { url: LLM_BASE_URL } = await new Promise((resolve) => upstream.once('message', resolve));
  const environment = {
    ...place.environment,
    ...more,
    ...{ REDIS_URL: redis.url, LLM_PROVIDER: 'custom', LLM_MODEL: 'm', LLM_BASE_URL },
    ...{ SERVE_DRIVES: '0', COUNCIL_LOG_LEVEL: 'error' },
  };
  const start = async (command) => {
    const server = new SpawnedServer({ environment, command });
    atEnd(() => server.stop());
    await server.ready;
    return server;
  };
  const front = await start('serve');
  const workers = [];
  for (let n = 0; n < count; n += 1) workers.push(await start('worker'));
  const database = new pg.Client({ connectionString: place.environment.DATABASE_URL });
  await database.connect();
  atEnd(() => database.end());
  const client = new CouncilClient(() => front.url);
  await warmUp(client, count);
  for (const { pid } of workers) process.kill(pid, 'SIGSTOP');
  atEnd(() => workers.forEach(({ pid }) => process.kill(pid, 'SIGCONT')));
  for (let n = 0; n < SESSIONS; n += 1) await client.convene(INPUT);
  return run({ workers, redis, upstream, database });
}

/** Everything is loaded and compiled, and every pool is full. */
async function warmUp(client, count) {
  const ids = [];
  for (let n = 0; n < 10 * count; n += 1) ids.push(await client.convene(INPUT));
  for (const id of ids) {
    const { status } = await client.untilEnded(id, 60_000);
    if (status !== 'completed') throw new Error(`a session ended ${status}`);
  }
}

async function run({ workers, redis, upstream, database }) {
  const backends = await database.query('SELECT pid FROM pg_stat_activity WHERE datname = current_database()');
  const groups = [workers.map(({ pid }) => pid), backends.rows.map(({ pid }) => pid), [redis.pid], [upstream.pid]];
  const before = groups.map((pids) => pids.map(cpuMs));
  const startedAt = performance.now();
  for (const { pid } of workers) process.kill(pid, 'SIGCONT');
  await untilAllEnded(database);
  const seconds = (performance.now() - startedAt) / 1_000;
  const used = groups.map((pids, group) =>
    sum(pids.map((pid, at) => (cpuMs(pid) ?? before[group][at]) - before[group][at])),
  );
  return { rate: SESSIONS / seconds, perSession: used.map((ms) => ms / SESSIONS) };
}

async function untilAllEnded(database) {
  for (;;) {
    const { rows } = await database.query(
      "SELECT count(*) FILTER (WHERE status NOT IN ('completed', 'failed'))::int AS open, count(*) FILTER (WHERE status = 'failed')::int AS failed FROM sessions",
    );
    if (rows[0].failed > 0) throw new Error(`${rows[0].failed} sessions failed`);
    if (rows[0].open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
