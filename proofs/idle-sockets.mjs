// A thousand idle sockets, strangers' ones, lines that never ask: a debate ends meanwhile, the dead are cut, all is freed.
// `npm run prove idle-sockets`. Needs PostgreSQL 15, Redis and nginx, and takes two minutes.
import { machine } from '../bench/machine/describe.mjs';
import { buildIfStale } from '../scripts/build.mjs';
import { endlessLine, inTurns, silentSocket } from './idle-sockets/lines.mjs';
import { askable, collectedKilobytes } from './process/collected-memory.mjs';
import { handlesOf, megabytesOf, watch } from './process/watch.mjs';
import { freePort } from './production/stores.mjs';
import { HEADERS, SLOW, Topology, until, within } from './production/topology.mjs';

const SOCKETS = 1_000;
const LINES = 500;
/** RATE_SOCKETS as it comes: so many at once from one address. */
const AT_ONCE = 5;
/** Sockets of one process. */
const MOST_OF_A_PROCESS = 4_096;
/** Handles that come and go with other things: connections to the database, of who looks into the process. */
const OTHERS = 25;
/** Sixteen bits of loopback: nginx and the backends see as many clients. */
const address = (at) => `127.${1 + (at >> 14)}.${(at >> 6) & 255}.${1 + (at & 63)}`;

const failures = [];
const say = (line) => process.stdout.write(`${line}\n`);
const demand = (isSo, what) => {
  if (!isSo) failures.push(what);
};
const tally = (all) => {
  const counts = new Map();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([what, count]) => `${count} x ${what}`).join(', ');
};
const range = (numbers) => `${Math.min(...numbers).toFixed(0)} to ${Math.max(...numbers).toFixed(0)} s`;
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

buildIfStale();
const metricsPort = await freePort('127.0.0.2');
const topology = await Topology.make({
  // As compose has them: limits by address, and nginx is whom the address is believed from.
  environment: { RATE_SOCKETS: '30/5', TRUSTED_PROXIES: '127.0.0.1', METRICS_PORT: String(metricsPort) },
});
let pids;
try {
  await topology.bringUp();
  topology.pace = SLOW;
  pids = [...topology.backends.values()].map(({ pid }) => pid);
  await topology.client.untilEnded(await topology.convene(), 60_000);
  const watching = watch(topology.front.url, pids);
  await crowdOfSockets();
  const seen = await watching.stop();
  demand(seen.refused.length === 0, `health answered ${seen.refused.join(', ')}`);
  say(`health asked ${seen.asked} times through nginx, slowest ${seen.slowestMs.toFixed(0)} ms`);
  await asManyAsItTakes();
} finally {
  await topology.remove();
}
say(machine());
for (const failure of failures) say(`NOT: ${failure}`);
say(failures.length === 0 ? 'shown' : 'not shown');
process.exitCode = failures.length === 0 ? 0 : 1;

async function crowdOfSockets() {
  const before = { handles: await settled(), megabytes: sum(pids.map(megabytesOf)) };
  const { url, port } = topology.front;
  const strangers = await inTurns(200, 20, async (at) => {
    const line = silentSocket({ url, headers: {}, from: address(5_000 + Math.floor(at / AT_ONCE)) });
    return (await line.opened).status;
  });
  demand(
    strangers.every((status) => status === 401),
    `strangers: ${tally(strangers)}`,
  );
  const greedy = await inTurns(40, 1, async () => {
    const line = silentSocket({ url, headers: HEADERS, from: address(6_000) });
    const { status } = await line.opened;
    line.socket.terminate();
    return status;
  });
  const admitted = greedy.filter((status) => status === 101).length;
  demand(admitted >= AT_ONCE && admitted <= AT_ONCE + 3, `one address opened ${admitted} sockets at once`);
  demand(
    greedy.every((status) => status === 101 || status === 429),
    `one address: ${tally(greedy)}`,
  );

  const sockets = await inTurns(SOCKETS, 50, async (at) => {
    const from = address(Math.floor(at / AT_ONCE));
    const line = silentSocket({ url, headers: HEADERS, from, isDeaf: at % 2 === 1 });
    return { ...line, status: (await line.opened).status };
  });
  demand(
    sockets.every(({ status }) => status === 101),
    `sockets: ${tally(sockets.map(({ status }) => status))}`,
  );
  demand((await liveSockets()) === SOCKETS, `the backends count ${await liveSockets()} sockets`);
  const during = sum(pids.map(megabytesOf));
  say(
    `200 strangers: ${tally(strangers)}; 40 from one address: ${tally(greedy)}; ${SOCKETS} from ${SOCKETS / AT_ONCE} addresses: ${tally(sockets.map(({ status }) => status))}`,
  );

  const [backend] = topology.addresses;
  const kinds = [
    { what: 'through nginx, silent', host: '127.0.0.1', port, hasBegun: false },
    { what: 'through nginx, headers without an end', host: '127.0.0.1', port, hasBegun: true },
    { what: 'at a backend, silent', host: backend, port: topology.port, hasBegun: false },
    { what: 'at a backend, headers without an end', host: backend, port: topology.port, hasBegun: true },
  ];
  const lines = kinds.map((kind) =>
    Array.from({ length: LINES }, (_, at) => endlessLine({ ...kind, from: address(7_000 + at) })),
  );
  const session = await topology.convene();
  const watcher = topology.socket(session);
  const startedAt = Date.now();
  const status = await within('the debate is seen to end', 60_000, watcher.ended);
  watcher.stop();
  demand(status === 'completed', `the debate ended ${status}`);
  demand(watcher.misses(await topology.wholeOf(session)).length === 0, 'events of the debate were not shown');
  say(`a debate among them: ${status} after ${((Date.now() - startedAt) / 1_000).toFixed(1)} s`);

  for (const [at, { what }] of kinds.entries()) {
    const cuts = await within(`lines ${what} are cut`, 60_000, Promise.all(lines[at].map(({ cut }) => cut)));
    demand(
      cuts.every(({ seconds }) => seconds <= 30),
      `${what}: after ${range(cuts.map(({ seconds }) => seconds))}`,
    );
    say(
      `${LINES} lines ${what}: cut after ${range(cuts.map(({ seconds }) => seconds))}, ${tally(cuts.map(({ status: said }) => said ?? 'no word'))}`,
    );
  }
  const deaf = sockets.filter((_, at) => at % 2 === 1);
  const ends = await within('who does not answer is cut', 90_000, Promise.all(deaf.map(({ closed }) => closed)));
  demand(
    ends.every(({ seconds }) => seconds > 29 && seconds < 65),
    `who does not answer: ${range(ends.map(({ seconds }) => seconds))}`,
  );
  const hearing = sockets.filter((_, at) => at % 2 === 0);
  await until('two beats have passed', () => Date.now() - startedAt > 65_000, 90_000);
  const open = hearing.filter(({ socket }) => socket.readyState === socket.OPEN).length;
  demand(open === hearing.length, `only ${open} of ${hearing.length} that answer are open`);
  demand((await liveSockets()) === hearing.length, `the backends count ${await liveSockets()} sockets`);
  say(
    `${ends.length} that do not answer pings: cut after ${range(ends.map(({ seconds }) => seconds))}, ${tally(ends.map(({ code }) => code))}; ${open} of ${hearing.length} that do are open after ${((Date.now() - startedAt) / 1_000).toFixed(0)} s`,
  );
  for (const { socket } of hearing) socket.close();
  await Promise.all(hearing.map(({ closed }) => closed));
  await until('no socket is counted', async () => (await liveSockets()) === 0);
  const left = await settled();
  demand(left <= before.handles + OTHERS, `${left} handles are open, ${before.handles} were before`);
  say(
    `handles of the backends: ${before.handles} before, ${left} after; memory ${before.megabytes.toFixed(0)} MB before, ${during.toFixed(0)} with ${SOCKETS} sockets`,
  );
}

/** Straight to a backend, until it refuses. */
async function asManyAsItTakes() {
  const [backend] = topology.addresses;
  const inspected = await freePort(backend);
  await topology.backends.get(backend).stop();
  const { pid, ready } = topology.startBackend(backend, askable(backend, inspected));
  await ready;
  const measured = () => collectedKilobytes(backend, inspected);
  await measured();
  const before = { handles: handlesOf(pid), kilobytes: await measured() };
  const url = `http://${backend}:${topology.port}`;
  const all = await inTurns(MOST_OF_A_PROCESS + 104, 50, async (at) => {
    const line = silentSocket({ url, headers: HEADERS, from: address(10_000 + Math.floor(at / AT_ONCE)) });
    return { ...line, answer: await line.opened };
  });
  const open = all.filter(({ answer }) => answer.status === 101);
  const refused = all
    .filter(({ answer }) => answer.status !== 101)
    .map(({ answer }) => `${answer.status} ${answer.text}`);
  demand(open.length === MOST_OF_A_PROCESS, `${open.length} sockets are open`);
  demand(
    refused.every((words) => words.includes('503') && words.includes('SOCKET.TOO_MANY')),
    tally(refused),
  );
  demand(await topology.isHealthy(backend), 'a backend full of sockets is not healthy');
  const kilobytes = ((await measured()) - before.kilobytes) / open.length;
  for (const { socket } of open) socket.close();
  await Promise.all(open.map(({ closed }) => closed));
  await until('no socket is counted', async () => (await liveSockets()) === 0);
  demand(
    handlesOf(pid) <= before.handles + OTHERS,
    `${handlesOf(pid)} handles are open, ${before.handles} were before`,
  );
  say(
    `one backend: ${open.length} open, then ${tally(refused)}; ${kilobytes.toFixed(1)} KB of heap and buffers a socket (${((await measured()) - before.kilobytes).toFixed(0)} KB are left of all); handles ${before.handles} before, ${handlesOf(pid)} after`,
  );
}

async function liveSockets() {
  const counts = topology.addresses.map(async (host) => {
    const text = await fetch(`http://${host}:${metricsPort}/metrics`).then((answer) => answer.text());
    return Number(/^council_live_sockets (\d+)/m.exec(text)?.[1]);
  });
  return sum(await Promise.all(counts));
}

/** Handles of both backends, when what came before has gone. */
async function settled() {
  let last = Infinity;
  await until('handles are steady', async () => {
    const now = sum(pids.map(handlesOf));
    const isSteady = now === last;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return isSteady;
  });
  return last;
}
