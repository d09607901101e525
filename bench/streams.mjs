// 300 sessions at once of 20 tokens a second (two seats of 10 side by side): whether all finish, lag, memory.
// `scripts/with-postgres.sh npm run bench streams [sessions] [tokens a second of a seat] [seconds an answer]`.
import { fork } from 'node:child_process';
import { makeDatabasePlace } from '../proofs/crash/database-place.mjs';
import { machine } from './machine/describe.mjs';

if (!process.env.TEST_DATABASE_URL) throw new Error('Run it as: scripts/with-postgres.sh npm run bench streams');
const [sessions = 300, rate = 10, seconds = 20] = process.argv.slice(2).map(Number);

const place = await makeDatabasePlace();
const upstream = fork(new URL('./streams/upstream.mjs', import.meta.url), [String(rate), String(seconds)]);
const { url } = await new Promise((resolve) => upstream.once('message', resolve));
const holder = fork(new URL('./streams/holder.mjs', import.meta.url), [String(sessions), url], {
  env: { ...process.env, ...place.environment, NODE_ENV: 'production' },
  execArgv: ['--no-warnings'],
});
try {
  const result = await new Promise((resolve, reject) => {
    holder.once('message', resolve);
    holder.once('exit', (code) => reject(new Error(`the engine ended with ${code}`)));
  });
  process.stdout.write(`${machine()}; ${sessions} sessions at once, ${rate} tokens a second a seat\n`);
  for (const [what, value] of Object.entries(result)) process.stdout.write(`${what.padEnd(28)} ${value}\n`);
} finally {
  holder.kill();
  upstream.kill();
  await place.remove();
}
