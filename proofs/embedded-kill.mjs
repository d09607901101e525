// kill -9 of the embedded database during commits, nine times: no acknowledged row is lost
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { connect, Database } from '../dist/libs/persistence/src/index.js';
import { parseEnvironment } from '../dist/libs/config/src/index.js';
import { makeEmbedded } from './crash/database-place.mjs';
import { killNow } from './crash/kill.mjs';
import { seedFromArguments } from './crash/seed-from-arguments.mjs';
import { seededRandom } from '../libs/testing/src/seeded-random.mjs';

const KILLS = 9;
const WRITERS = 6;
const MIN_MS = 300;
const SPREAD_MS = 1_500;
const PAYLOAD = 'x'.repeat(2_000);

// The database says each time that it was killed.
Logger.overrideLogger(false);
const seed = seedFromArguments();
const random = seededRandom(seed);
const place = makeEmbedded();
const database = await Database.open(parseEnvironment(place.environment));
const source = await connect(database.options, 5_000);
console.log(`${WRITERS} writers, seed ${seed} (--seed ${seed} repeats the moments)`);
await source.query('CREATE TABLE entry (id uuid PRIMARY KEY, pair uuid NOT NULL, payload text NOT NULL)');

const acknowledged = [];
/** Asked for, but killed before an answer came: they may be there or not, but not by halves. */
const unanswered = [];
let problems = 0;
for (let n = 1; n <= KILLS; n += 1) problems += await killDuringWrites(n);
await source.destroy();
await database.close();
await place.remove();
console.log(
  `${KILLS} kills, ${acknowledged.length} acknowledged transactions of two rows: ${problems} lost or halved.`,
);
process.exit(problems === 0 ? 0 : 1);

async function killDuringWrites(n) {
  const before = acknowledged.length;
  const isOver = { value: false };
  const writers = Array.from({ length: WRITERS }, () => writeUntilOver(isOver));
  const lifeMs = Math.round(MIN_MS + random() * SPREAD_MS);
  await sleep(lifeMs);
  const pids = place.processes();
  if (pids.length !== 1) throw new Error(`${pids.length} database processes`);
  isOver.value = true;
  await killNow({ pids });
  await Promise.all(writers);
  const startedAt = Date.now();
  await untilItAnswers();
  const { lost, halved, kept } = await count();
  const written = acknowledged.length - before;
  if (written === 0) throw new Error('nothing was written before the kill: it proves nothing');
  console.log(
    `kill ${n}: after ${lifeMs} ms and ${written} transactions, back in ${Date.now() - startedAt} ms; ` +
      `${lost} lost, ${halved} halved, ${kept} of ${unanswered.length} unanswered kept`,
  );
  return lost + halved;
}

/** Transactions of two rows, one after the other, until the one that the kill strikes. */
async function writeUntilOver(isOver) {
  while (!isOver.value) {
    const pair = randomUUID();
    try {
      await source.transaction(async (manager) => {
        const insert = 'INSERT INTO entry VALUES (gen_random_uuid(), $1, $2)';
        await manager.query(insert, [pair, PAYLOAD]);
        await manager.query(insert, [pair, PAYLOAD]);
      });
      acknowledged.push(pair);
    } catch (error) {
      unanswered.push(pair);
      if (!isOver.value) throw error;
    }
  }
}

async function untilItAnswers() {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const failure = await source.query('SELECT 1').then(
      () => null,
      (error) => error,
    );
    if (failure === null) return;
    if (Date.now() > deadline) throw failure;
    await sleep(20);
  }
}

async function count() {
  const rows = await source.query('SELECT pair, count(*)::int AS n FROM entry GROUP BY pair');
  const found = new Map(rows.map(({ pair, n }) => [pair, n]));
  return {
    lost: acknowledged.filter((pair) => !found.has(pair)).length,
    halved: rows.filter(({ n }) => n !== 2).length,
    kept: unanswered.filter((pair) => found.has(pair)).length,
  };
}
