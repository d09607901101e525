// The whole deployment on loopback without Docker: gates, debates, restarts, outages, migrations, backup; each can fail.
// `npm run rehearse:production [-- --short | --only NAME | --sabotage NAME | --sabotage all | --list]`
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../scripts/build.mjs';
import { CHECKS } from './production/checks.mjs';
import { Topology } from './production/topology.mjs';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    only: { type: 'string' },
    sabotage: { type: 'string' },
  },
});
const known = (name) => CHECKS.some((check) => check.name === name);
for (const name of [values.only, values.sabotage === 'all' ? undefined : values.sabotage]) {
  if (name === undefined || known(name)) continue;
  process.stderr.write(`No such check: ${name}. There are: ${CHECKS.map((check) => check.name).join(', ')}\n`);
  process.exit(2);
}
if (values.list) {
  const shown = CHECKS.map(({ name, isShort, sabotage }) => ({ name, isShort, sabotage }));
  process.stdout.write(`${JSON.stringify(shown)}\n`);
  process.exit(0);
}

buildIfStale();
const startedAt = Date.now();
const outcomes = values.sabotage === undefined ? await rehearse() : await sabotage();
const failed = outcomes.filter((isGood) => !isGood).length;
const seconds = Math.round((Date.now() - startedAt) / 1_000);
process.stdout.write(`\n${seconds} s, load ${loadavg()[0].toFixed(1)} at the end\n`);
process.stdout.write(`${outcomes.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/** One topology for all; the first check brings it up. */
async function rehearse() {
  const isWanted = ({ name, isShort }) => (values.only === undefined ? isShort || !values.short : name === values.only);
  const topology = await Topology.make();
  try {
    if (values.only !== undefined && values.only !== 'gates') await topology.bringUp();
    const done = [];
    for (const check of CHECKS.filter(isWanted)) {
      done.push(await attempt(check, topology, false));
      // Nothing else can be said of what did not come up.
      if (check.name === 'gates' && !done[0]) break;
    }
    return done;
  } finally {
    await topology.remove();
  }
}

/** Each on a topology of its own, broken as its sabotage says: it has to fail. */
async function sabotage() {
  const done = [];
  for (const check of CHECKS.filter(({ name }) => values.sabotage === 'all' || name === values.sabotage)) {
    const topology = await Topology.make();
    try {
      if (check.name !== 'gates') await topology.bringUp();
      done.push(await attempt(check, topology, true));
    } finally {
      await topology.remove();
    }
  }
  return done;
}

async function attempt({ name, sabotage: what, run }, topology, isSabotaged) {
  const startedAt = Date.now();
  const say = (word, text) => {
    const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1).padStart(6);
    process.stdout.write(`${word.padEnd(7)} ${name.padEnd(18)} ${seconds} s  ${text}\n`);
  };
  try {
    const figure = await run(topology, isSabotaged);
    say(isSabotaged ? 'BLIND' : 'ok', isSabotaged ? `it passes although ${what}` : figure);
    return !isSabotaged;
  } catch (error) {
    say(isSabotaged ? 'ok' : 'FAILED', isSabotaged ? `${what}: ${error.message.split('\n')[0]}` : error.message);
    return isSabotaged;
  }
}
