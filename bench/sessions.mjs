// Sessions a second with a model that answers at once: our engine beside the same council on LangGraph, on PostgreSQL.
// `scripts/with-postgres.sh npm run bench sessions [sessions] [at once] [rounds]`. Each engine in a process of its own, in turns.
import { fork } from 'node:child_process';
import { makeDatabasePlace } from '../proofs/crash/database-place.mjs';
import { machine } from './machine/describe.mjs';

if (!process.env.TEST_DATABASE_URL) throw new Error('Run it as: scripts/with-postgres.sh npm run bench sessions');
const [sessions = 300, atOnce = 20, rounds = 3] = process.argv.slice(2).map(Number);
const ENGINES = [
  { name: 'council, PostgreSQL', file: 'council', given: [] },
  { name: 'LangGraph, PostgreSQL (async, its default)', file: 'langgraph', given: ['async'] },
  { name: 'the same without nodes that do nothing', file: 'langgraph', given: ['async', 'lean'] },
  { name: 'LangGraph, PostgreSQL (sync)', file: 'langgraph', given: ['sync'] },
  { name: 'LangGraph, in memory', file: 'langgraph', given: ['memory'] },
];

const results = new Map(ENGINES.map(({ name }) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const engine of ENGINES) results.get(engine.name).push(await measure(engine));
}

/** In a database of its own and a process of its own: what it reports as its only message. */
async function measure({ name, file, given }) {
  const place = await makeDatabasePlace();
  const child = fork(new URL(`./sessions/${file}.mjs`, import.meta.url), [sessions, atOnce, ...given].map(String), {
    env: { ...process.env, ...place.environment, NODE_ENV: 'production' },
    execArgv: ['--no-warnings'],
  });
  try {
    return await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    });
  } finally {
    child.kill();
    await place.remove();
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (cells) => process.stdout.write(`| ${cells.join(' | ')} |\n`);

process.stdout.write(`${machine()}; ${sessions} sessions, ${atOnce} at once, median of ${rounds} rounds\n\n`);
row(['engine', 'sessions/s', 'council to it', 'CPU ms a session', 'of PostgreSQL', 'model calls', 'statements']);
row(['---', '---:', '---:', '---:', '---:', '---:', '---:']);
for (const { name } of ENGINES) {
  const of = (what) => results.get(name).map((result) => result[what]);
  const ratios = of('rate').map((rate, round) => results.get(ENGINES[0].name)[round].rate / rate);
  const shown = [of('rate'), ratios, of('cpuMs'), of('databaseMs'), of('calls'), of('statements')].map(median);
  row([name, ...shown.map((value, at) => value.toFixed(at === 1 ? 2 : 1))]);
}
