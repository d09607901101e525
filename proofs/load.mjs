// 200 sessions stream through nginx for ten minutes, each watched: no lost event, no error, memory that stays flat.
// `npm run prove load`, or `node proofs/load.mjs --minutes 2 --sessions 200`. Needs PostgreSQL 15, Redis and nginx.
import { parseArgs } from 'node:util';
import { machine } from '../bench/machine/describe.mjs';
import { buildIfStale } from '../scripts/build.mjs';
import { megabytesOf } from './process/watch.mjs';
import { Topology, within } from './production/topology.mjs';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, sessions: { type: 'string', default: '200' } },
});
const SESSIONS = Number(values.sessions);
const RUN_MS = Number(values.minutes) * 60_000;
const SAMPLE_MS = 5_000;
/** Two answers one after the other: a debate of forty seconds. */
const PACE = { pieces: 40, pauseMs: 500 };
/** All places are taken from then on. */
const FULL_MS = 2 * PACE.pieces * PACE.pauseMs;
/** A session that is not seen to end is an error; without a bound it would hold the whole run. */
const LATE_MS = 5 * FULL_MS;
/** Memory may be so much more in the last quarter than in the second: what grows with the time would be above it. */
const GROWTH = 1.15;

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

buildIfStale();
const topology = await Topology.make({
  environment: { LLM_MAX_CONCURRENCY: '500', COUNCIL_LEASE_MS: '15000', COUNCIL_LOG_LEVEL: 'warn' },
});
const tally = { ended: 0, events: 0, deltas: 0, missed: 0, repeated: 0, breaks: [], errors: [] };
const samples = [];
let isOver = false;
try {
  await topology.bringUp();
  topology.pace = PACE;
  const startedAt = Date.now();
  const sampling = sample(startedAt);
  const crowd = Promise.all(Array.from({ length: SESSIONS }, (_, at) => seat(at, startedAt)));
  await Promise.race([crowd, ...[...topology.backends.values(), topology.worker].map(anEnd)]);
  isOver = true;
  await sampling;
  report((Date.now() - startedAt) / 1_000);
} finally {
  await topology.remove();
}

/** A process that ends in the middle ends the proof. */
async function anEnd(server) {
  const { code, signal } = await server.exited;
  if (!isOver) throw new Error(`a process ended with ${code ?? signal}:\n${server.output.slice(-4_000)}`);
}

/** One place in the crowd: a session after the other, half of them over WebSocket and half over SSE. */
async function seat(at, startedAt) {
  // Spread over one session's length, so that beginnings and ends do not come all at once.
  await pause((at / SESSIONS) * FULL_MS);
  while (Date.now() - startedAt < RUN_MS) {
    try {
      await one(at % 2 === 0);
    } catch (error) {
      tally.errors.push(error.message);
    }
  }
}

async function one(isSocket) {
  const session = await topology.convene();
  const watcher = isSocket ? topology.socket(session) : topology.stream(session);
  try {
    const status = await within(`session ${session} is seen to end`, LATE_MS, watcher.ended);
    if (status !== 'completed') tally.errors.push(`a session ended ${status}`);
    const whole = await topology.wholeOf(session);
    tally.ended += 1;
    tally.events += watcher.seqs.length;
    tally.deltas += watcher.deltasAt.length;
    tally.missed += watcher.misses(whole).length;
    tally.repeated += watcher.repeated;
    tally.breaks.push(...watcher.breaks);
    tally.errors.push(...watcher.strange);
  } finally {
    watcher.stop();
  }
}

async function sample(startedAt) {
  while (!isOver) {
    const pids = [...topology.backends.values(), topology.worker].map(({ pid }) => pid);
    if (![...topology.backends.values(), topology.worker].every(({ isAlive }) => isAlive)) return;
    samples.push({ at: Date.now() - startedAt, megabytes: pids.map(megabytesOf) });
    await pause(SAMPLE_MS);
  }
}

function report(seconds) {
  const say = (line) => process.stdout.write(`${line}\n`);
  say(
    `${SESSIONS} sessions at once for ${Math.round(seconds)} s: ${tally.ended} ended, ${tally.events} durable events, ${tally.deltas} pieces of text`,
  );
  say(
    `missed ${tally.missed}, shown twice ${tally.repeated}, lines broken ${tally.breaks.length}, errors ${tally.errors.length}`,
  );
  for (const error of new Set([...tally.errors, ...tally.breaks.map((code) => `a line ended with ${code}`)]))
    say(`  ${error}`);
  // Of a run whose second quarter still fills the places, memory says nothing.
  const isLong = RUN_MS / 4 > FULL_MS;
  const between = (from, to) => samples.filter(({ at }) => at >= RUN_MS * from && at < RUN_MS * to);
  let isFlat = true;
  for (const [index, name] of ['backend 1', 'backend 2', 'worker'].entries()) {
    const of = (part) => mean(part.map(({ megabytes }) => megabytes[index]));
    const [early, late] = [of(between(0.25, 0.5)), of(between(0.75, 1))];
    const most = Math.max(...samples.map(({ megabytes }) => megabytes[index]));
    isFlat &&= !isLong || late <= early * GROWTH;
    say(
      `${name}: ${early.toFixed(0)} MB in the second quarter, ${late.toFixed(0)} MB in the last, ${most.toFixed(0)} MB at most`,
    );
  }
  if (!isLong) say('too short a run for memory to be judged');
  say(machine());
  const isGood =
    isFlat && tally.ended > 0 && tally.missed + tally.repeated + tally.breaks.length + tally.errors.length === 0;
  say(isGood ? 'shown' : `not shown${isFlat ? '' : ': memory grows'}`);
  process.exitCode = isGood ? 0 : 1;
}
