// kill -9 of the server (and of the embedded database) at random moments of a debate; on TEST_DATABASE_URL where it is set
import { setTimeout as sleep } from 'node:timers/promises';
import { ScriptedUpstream, speaks } from '../apps/council-server/test/scripted-upstream.mjs';
import { makeDatabasePlace } from './crash/database-place.mjs';
import { judgeDebate, speakersAt } from './crash/judge.mjs';
import { killNow } from './crash/kill.mjs';
import { KilledDebates } from './crash/killed-debate.mjs';
import { seedFromArguments } from './crash/seed-from-arguments.mjs';
import { seededRandom } from '../libs/testing/src/seeded-random.mjs';

const KILLS = 20;
const DATABASE_KILLS = 10;
/** Half of the processes that are killed again and again die this soon: while they start. */
const START_MS = 3_000;
/** One side ends before the other, so that a kill can strike in between. */
const SPEECHES = {
  for: speaks({ pieces: 20, pauseMs: 45 }),
  against: speaks({ pieces: 38, pauseMs: 45 }),
  judge: speaks({ pieces: 30, pauseMs: 45 }),
};

const seed = seedFromArguments();
const random = seededRandom(seed);
const place = await makeDatabasePlace();
const upstream = await ScriptedUpstream.start((response, call) => SPEECHES[call.seat](response, call));
const debates = new KilledDebates(place, upstream);
const total = { kills: 0, debates: 0, calls: 0, inFlight: 0, problems: 0 };
console.log(`database: ${place.kind}, seed ${seed} (--seed ${seed} repeats the moments)`);

try {
  await debates.spawn().ready;
  const { report, durationMs } = await undisturbed();
  for (let n = 1; n <= KILLS; n += 1) await killOnce('server', n, report, durationMs);
  for (let left = KILLS; left > 0;) left -= await killAgainAndAgain(left, report, durationMs);
  if (place.kind === 'embedded') {
    for (let n = 1; n <= DATABASE_KILLS; n += 1) {
      await killOnce(n % 2 === 1 ? 'database' : 'server and database', n, report, durationMs);
    }
  }
} finally {
  await debates.server.stop();
  await upstream.stop();
  await place.remove();
}
console.log(
  `${total.kills} kills in ${total.debates} debates: ${total.problems} differences. ` +
    `${total.calls} calls, ${3 * total.debates} would have been made undisturbed, ${total.inFlight} were in flight at a kill.`,
);
process.exit(total.problems === 0 ? 0 : 1);

/** Twice: what it is to be compared with must itself be the same each time. */
async function undisturbed() {
  const [first, second] = [await timedDebate(), await timedDebate()];
  if (first.report !== second.report) throw new Error('two undisturbed debates have different reports');
  const seconds = (second.durationMs / 1_000).toFixed(1);
  console.log(`undisturbed: ${second.calls} calls, ${seconds} s, report of ${second.report.length} characters`);
  return second;
}

async function timedDebate() {
  const startedAt = Date.now();
  const { calls, report } = await (await debates.begin()).end();
  if (calls.length !== 3) throw new Error(`an undisturbed debate took ${calls.length} calls`);
  return { calls: calls.length, report, durationMs: Date.now() - startedAt };
}

/** One kill at a moment of the debate, anywhere in it. */
async function killOnce(victim, n, report, durationMs) {
  const momentMs = Math.round(random() * durationMs);
  const debate = await debates.begin();
  await sleep(momentMs);
  const pids = victim.includes('database') ? place.processes() : [];
  const isServerKilled = victim.includes('server');
  const kill = await killNow({ pids, server: isServerKilled ? debates.server : null });
  if (isServerKilled) debates.spawn();
  const left = { ...(await debate.end()), kills: [kill] };
  const speakers = speakersAt(left.log, left.kills, 0).join(' and ') || 'nobody';
  const line = `${victim} ${n}: killed after ${String(momentMs).padStart(4)} ms, ${speakers.padEnd(15)} spoke`;
  conclude(line, judgeDebate(left, report), 1);
}

/** One debate, whose every new process is killed too, also while it starts, until the debate ends or no kill is left. */
async function killAgainAndAgain(most, report, durationMs) {
  const debate = await debates.begin();
  const kills = [];
  let hasEnded = false;
  const spoken = () => upstream.journal.length;
  const before = spoken();
  while (kills.length < most && !hasEnded) {
    await nextMoment(kills.length === 0, durationMs);
    // The judge's call is the last one: when it is over, so is the debate, and there is nothing left to kill.
    hasEnded = upstream.openCalls === 0 && upstream.journal.slice(before).some(({ seat }) => seat === 'judge');
    if (hasEnded) break;
    kills.push(await killNow({ server: debates.server }));
    debates.spawn();
  }
  const left = { ...(await debate.end()), kills };
  conclude(
    `again and again: one debate, ${String(kills.length).padStart(2)} kills`,
    judgeDebate(left, report),
    kills.length,
  );
  return kills.length;
}

/** The first process serves already; of the others, half are struck while they start and half while they serve. */
async function nextMoment(isFirst, durationMs) {
  if (!isFirst && random() < 0.5) return sleep(Math.round(random() * START_MS));
  await debates.server.ready;
  return sleep(Math.round(random() * durationMs));
}

function conclude(line, { problems, calls, inFlight }, kills) {
  total.kills += kills;
  total.debates += 1;
  total.calls += calls;
  total.inFlight += inFlight;
  total.problems += problems.length;
  const result = problems.length === 0 ? 'same report' : `WRONG: ${problems.join('; ')}`;
  console.log(`${line}; ${calls} calls, ${inFlight} in flight: ${result}`);
}
