// Process start to ready (embedded first, embedded reopened, PostgreSQL) and memory when idle: medians of five starts
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { SpawnedServer } from '../apps/council-server/test/spawned-server.mjs';
import { makeDatabasePlace, makeEmbedded } from './crash/database-place.mjs';

const STARTS = 5;
const IDLE_MS = 5_000;
/** Of the architecture, in ms and MB: on a quiet machine of two cores. */
const BUDGETS = { first: 6_000, reopened: 3_500, PostgreSQL: 2_500, server: 250 };
const isOver = [];

console.log(`${STARTS} starts each; load average ${load()} before the first`);
const firsts = [];
for (let n = 0; n < STARTS; n += 1) firsts.push(await onceOn(makeEmbedded(), startOnce));
tell('embedded, first start', firsts, BUDGETS.first);
await onceOn(makeEmbedded(), (place) => reopen('embedded, reopened', place, BUDGETS.reopened));
if (process.env.TEST_DATABASE_URL || process.env.DATABASE_URL) {
  const place = await makeDatabasePlace();
  await onceOn(place, () => reopen(place.kind, place, BUDGETS.PostgreSQL));
}
console.log(isOver.length === 0 ? 'All within their budgets.' : `Over budget: ${isOver.join(', ')}.`);
process.exit(isOver.length === 0 ? 0 : 1);

async function onceOn(place, use) {
  try {
    return await use(place);
  } finally {
    await place.remove();
  }
}

/** Starts on a database that has its schema already. */
async function reopen(name, place, budgetMs) {
  await startOnce(place);
  const starts = [];
  for (let n = 0; n < STARTS; n += 1) starts.push(await startOnce(place, n === STARTS - 1));
  tell(name, starts, budgetMs);
  const { serverMb, databaseMb } = starts.at(-1).idle;
  judge(`${name}: memory of the idle server`, serverMb, 'MB', BUDGETS.server);
  if (databaseMb !== null) console.log(`${name}: memory of the idle database's process ${databaseMb} MB`);
}

async function startOnce(place, isWeighed = false) {
  const startedAt = performance.now();
  const server = new SpawnedServer({ environment: place.environment });
  try {
    const url = await server.ready;
    const tookMs = Math.round(performance.now() - startedAt);
    const { status } = await fetch(`${url}/health/ready`);
    if (status !== 200) throw new Error(`/health/ready answered ${status} to a server that said it is ready`);
    return { tookMs, idle: isWeighed ? await weigh(place) : null };
  } finally {
    await server.stop();
  }
}

async function weigh(place) {
  await sleep(IDLE_MS);
  const [database] = place.processes();
  return { serverMb: residentMb(ownServer()), databaseMb: database === undefined ? null : residentMb(database) };
}

/** The only child of this process. */
function ownServer() {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const own = pids.filter((pid) => field(pid, 'PPid') === process.pid);
  if (own.length !== 1) throw new Error(`${own.length} servers of this proof run`);
  return own[0];
}

function residentMb(pid) {
  return Math.round(field(pid, 'VmRSS') / 1_024);
}

function field(pid, name) {
  try {
    const found = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(found?.[1]);
  } catch {
    return Number.NaN;
  }
}

function tell(name, starts, budgetMs) {
  const all = starts.map(({ tookMs }) => tookMs);
  const median = all.toSorted((left, right) => left - right)[Math.floor(all.length / 2)];
  judge(`${name}: ready after`, median, 'ms', budgetMs, ` of ${all.join(', ')}; load average ${load()}`);
}

function judge(what, value, unit, budget, more = '') {
  const verdict = value <= budget ? 'within' : 'OVER';
  if (value > budget) isOver.push(what);
  console.log(`${what} ${value} ${unit} (${verdict} ${budget})${more}`);
}

function load() {
  return loadavg()[0].toFixed(1);
}
