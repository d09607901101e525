// 10,000 wrong passwords at the door: nobody gets in, no name is given away, the owner does get in, the server stays well.
// `npm run prove sign-in`, or `node proofs/sign-in.mjs --tries 2000`. Needs PostgreSQL 15.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from '../bench/machine/describe.mjs';
import { SpawnedServer } from '../apps/council-server/test/spawned-server.mjs';
import { buildIfStale } from '../scripts/build.mjs';
import { Postgres } from './production/stores.mjs';
import { closeLines, crowd, signIn } from './sign-in/door.mjs';
import { cpuSecondsOf, watch } from './process/watch.mjs';

const { values } = parseArgs({ options: { tries: { type: 'string', default: '10000' } } });
const TRIES = Number(values.tries);
const AT_ONCE = 48;
const OWNER = { name: 'admin', password: 'a-password-that-nobody-guesses' };
const OWNERS_ADDRESS = '203.0.113.7';
/** As often as the limit of sign-ins lets one address. */
const OWNER_EVERY_MS = 7_000;
/** RATE_SIGN_IN as it comes: so many at once, and a minute. */
const PER_MINUTE = 10;
const PAIRS = 60;
/** Of the medians; what the network adds on top is larger. */
const TELLING = 0.15;
/** As proofs/load.mjs: more in the last quarter than in the second is growth. */
const GROWTH = 1.15;
const failures = [];
const say = (line) => process.stdout.write(`${line}\n`);
const demand = (isSo, what) => {
  if (!isSo) failures.push(what);
};
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const count = (answers, code) => answers.filter((answer) => answer.code === code).length;

buildIfStale();
const folder = mkdtempSync(join(tmpdir(), 'council-sign-in-'));
chmodSync(folder, 0o755);
let postgres;
let server;
try {
  postgres = await Postgres.make(folder);
  await postgres.start();
  server = await SpawnedServer.start({
    environment: {
      DATABASE_URL: postgres.url('council'),
      // The limits are those of a server as it comes.
      ...{ COUNCIL_ADMIN_PASSWORD: OWNER.password, TRUSTED_PROXIES: '127.0.0.1' },
      ...{ NODE_ENV: 'production', COUNCIL_LOG_LEVEL: 'warn' },
    },
  });
  await sameForAll();
  await attack();
  await flood();
} finally {
  closeLines();
  await server?.stop();
  await postgres?.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
}
say(machine());
for (const failure of failures) say(`NOT: ${failure}`);
say(failures.length === 0 ? 'shown' : 'not shown');
process.exitCode = failures.length === 0 ? 0 : 1;

/** A name that there is and one that there is not: the same answers in the same order, after the same time. */
async function sameForAll() {
  const shapes = [];
  for (const [name, forwarded] of [
    [OWNER.name, '198.18.0.1'],
    ['nobody', '198.18.0.2'],
  ]) {
    const answers = [];
    for (let at = 0; at < 14; at += 1)
      answers.push(await signIn(server.url, { name, password: `no ${at}`, forwarded }));
    shapes.push(answers.map(({ shape }) => shape.replaceAll(name, 'NAME')));
  }
  demand(
    shapes[0].join() === shapes[1].join(),
    `the answers differ: ${shapes.map((all) => all.join('\n')).join('\n\n')}`,
  );
  const times = { known: [], unknown: [] };
  for (let at = 0; at < PAIRS; at += 1) {
    const forwarded = `198.18.1.${at}`;
    const order = at % 2 === 0 ? ['known', 'unknown'] : ['unknown', 'known'];
    for (const which of order) {
      const name = which === 'known' ? OWNER.name : `nobody-${at}`;
      const { code, ms } = await signIn(server.url, { name, password: 'not the password', forwarded });
      demand(code === 'AUTH.CREDENTIALS_WRONG', `a first try answered ${code}`);
      times[which].push(ms);
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  demand(Math.abs(known - unknown) < known * TELLING, `a known name takes ${known} ms, an unknown one ${unknown} ms`);
  say(
    `14 answers each, the same; ${PAIRS} first tries each: ${known.toFixed(1)} ms known, ${unknown.toFixed(1)} ms unknown (medians)`,
  );
}

/** One address on one name; many on one name; a few on many names; and loopback's own, which name forged ones. */
function* tries() {
  const part = (share) => Math.round(TRIES * share);
  for (let at = 0; at < part(0.2); at += 1) yield { name: OWNER.name, forwarded: '192.0.2.1' };
  for (let at = 0; at < part(0.4); at += 1) yield { name: OWNER.name, forwarded: `192.0.2.${2 + (at % 200)}` };
  for (let at = 0; at < part(0.2); at += 1) yield { name: `name-${at % 500}`, forwarded: `198.51.100.${at % 50}` };
  for (let at = 0; at < part(0.2); at += 1)
    yield { name: OWNER.name, from: `127.0.0.${10 + (at % 4)}`, forwarded: `203.0.113.${at % 250}` };
}

async function attack() {
  const [cpuBefore, triedBefore, notedBefore] = [cpuSecondsOf(server.pid), await tried(), await noted()];
  const logged = refusalsLogged();
  const watching = watch(server.url, [server.pid]);
  const startedAt = Date.now();
  const owner = comingAndGoing();
  let at = 0;
  const answers = await crowd(tries(), AT_ONCE, (who) =>
    signIn(server.url, { ...who, password: `guess ${(at += 1)}` }),
  );
  const seconds = (Date.now() - startedAt) / 1_000;
  const cpu = cpuSecondsOf(server.pid) - cpuBefore;
  const ins = await owner.stop();
  const seen = await watching.stop();
  await new Promise((resolve) => setTimeout(resolve, 500));

  const wrong = count(answers, 'AUTH.CREDENTIALS_WRONG');
  const [slowed, limited] = [count(answers, 'AUTH.SLOWED'), count(answers, 'REQUEST.RATE')];
  demand(
    answers.every(({ status }) => status === 401 || status === 429),
    'an answer was neither 401 nor 429',
  );
  demand(wrong + slowed + limited === answers.length, 'an answer had another code');
  const addresses = new Set([...tries()].map(({ from, forwarded }) => from ?? forwarded)).size;
  const bound = Math.ceil(addresses * PER_MINUTE * (1 + seconds / 60));
  demand(wrong <= bound, `${wrong} passwords of ${addresses} addresses were looked at, more than ${bound}`);
  // A try counts before it is judged; the owner's were forgotten as they succeeded.
  const judged = (await tried()) - triedBefore;
  demand(judged === wrong, `${wrong} answers say that a password was looked at, and the database counts ${judged}`);
  demand(
    ins.length >= 2 && ins.every(({ status }) => status === 204),
    `the owner's: ${ins.map(({ status }) => status)}`,
  );
  demand(seen.refused.length === 0, `health answered ${seen.refused.join(', ')}`);
  const quarter = Math.floor(seen.megabytes.length / 4);
  const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const [early, late] = [mean(seen.megabytes.slice(quarter, 2 * quarter)), mean(seen.megabytes.slice(-quarter))];
  demand(late <= early * GROWTH, `memory grows from ${early} to ${late} MB`);
  const rows = (await noted()) - notedBefore;
  const most = 60 + Math.ceil(seconds + 60);
  demand(rows > 0 && rows <= most, `${rows} refusals in the trail, ${most} at most were to be there`);
  const lines = refusalsLogged() - logged;
  demand(lines === answers.length, `${lines} refusals in the log of ${answers.length}`);
  say(
    `${answers.length} tries in ${seconds.toFixed(0)} s: ${wrong} of at most ${bound} judged (401), ${slowed} slowed, ${limited} over the limit (429); none let in`,
  );
  say(`${cpu.toFixed(1)} s of CPU; health asked ${seen.asked} times, slowest ${seen.slowestMs.toFixed(0)} ms`);
  say(
    `the owner came in ${ins.length} of ${ins.length} times, slowest ${Math.max(...ins.map(({ ms }) => ms)).toFixed(0)} ms`,
  );
  say(
    `memory: ${early.toFixed(0)} MB in the second quarter, ${late.toFixed(0)} in the last, ${Math.max(...seen.megabytes).toFixed(0)} at most`,
  );
  say(`${rows} rows in the trail, ${lines} lines in the log`);
}

/** Each from an address of its own, all at once: no limit by address holds them, and every password has to be looked at. */
async function flood() {
  const watching = watch(server.url, [server.pid]);
  const cpuBefore = cpuSecondsOf(server.pid);
  const startedAt = Date.now();
  const owner = comingAndGoing();
  const flooding = Array.from({ length: TRIES / 10 }, (_, at) => ({
    name: OWNER.name,
    password: `flood ${at}`,
    forwarded: `100.64.${at >> 8}.${at & 255}`,
  }));
  const answers = await crowd(flooding, AT_ONCE, (who) => signIn(server.url, who));
  const seconds = (Date.now() - startedAt) / 1_000;
  const cpu = cpuSecondsOf(server.pid) - cpuBefore;
  const ins = await owner.stop();
  const seen = await watching.stop();
  demand(
    answers.every(({ status }) => status === 401 || status === 429),
    'the flood had another answer',
  );
  demand(
    ins.every(({ status }) => status === 204),
    `the owner's in the flood: ${ins.map(({ status }) => status)}`,
  );
  demand(seen.refused.length === 0, `health in the flood answered ${seen.refused.join(', ')}`);
  const wrong = count(answers, 'AUTH.CREDENTIALS_WRONG');
  say(
    `from ${answers.length} addresses, one try each, ${AT_ONCE} at once: ${wrong} judged in ${seconds.toFixed(1)} s, ${((cpu * 1_000) / wrong).toFixed(0)} ms of CPU each`,
  );
  say(
    `health asked ${seen.asked} times, slowest ${seen.slowestMs.toFixed(0)} ms; the owner came in ${ins.length} times, slowest ${Math.max(...ins.map(({ ms }) => ms)).toFixed(0)} ms`,
  );
}

/** The owner, from an address of their own: at the begin, again and again, and once when all is over. */
function comingAndGoing() {
  const answers = [];
  let isOver = false;
  let wake = () => undefined;
  const come = async () => answers.push(await signIn(server.url, { ...OWNER, forwarded: OWNERS_ADDRESS }));
  const going = (async () => {
    while (!isOver) {
      await come();
      await new Promise((resolve) => {
        wake = resolve;
        setTimeout(resolve, OWNER_EVERY_MS);
      });
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      wake();
      await going;
      await come();
      return answers;
    },
  };
}

async function tried() {
  const [{ tries: sum }] = await postgres.query(
    'SELECT coalesce(sum(tries), 0)::int AS tries FROM sign_in_tries',
    'council',
  );
  return sum;
}

async function noted() {
  const [{ rows }] = await postgres.query(
    `SELECT count(*)::int AS rows FROM audit_log WHERE what = 'refused'`,
    'council',
  );
  return rows;
}

function refusalsLogged() {
  return server.output.match(/refused who=stranger method=POST path=\/api\/v1\/auth\/sign-in /g)?.length ?? 0;
}
