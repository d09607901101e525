// From a command line to a server that answers: the bundled program against the same code file by file.
// `npm run bench start [rounds]`. Both on a database of their own that is there already, in turn; the best of the rounds.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SpawnedServer } from '../apps/council-server/test/spawned-server.mjs';
import { machine } from './machine/describe.mjs';

const PROGRAMS = {
  'file by file': fileURLToPath(new URL('../dist/apps/council-server/src/main.js', import.meta.url)),
  bundled: fileURLToPath(new URL('../bin/council-server.mjs', import.meta.url)),
};
/** Of Linux, a second. */
const TICKS = 100;
const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'council-bench-'));
const best = {};
try {
  await start(PROGRAMS.bundled);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, program] of Object.entries(PROGRAMS)) {
      const { ms, cpu } = await start(program);
      best[name] = { ms: Math.min(ms, best[name]?.ms ?? Infinity), cpu: Math.min(cpu, best[name]?.cpu ?? Infinity) };
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const [name, { ms, cpu }] of Object.entries(best)) {
  process.stdout.write(
    `${name.padEnd(12)} ready after ${Math.round(ms)} ms, ${cpu.toFixed(2)} s of CPU (without the database's)\n`,
  );
}
const ratio = (of) => (of(best.bundled) / of(best['file by file'])).toFixed(2);
process.stdout.write(
  `ratio        ${ratio(({ ms }) => ms)} of the time, ${ratio(({ cpu }) => cpu)} of the CPU\n${machine()}\n`,
);

async function start(program) {
  const began = performance.now();
  const server = await SpawnedServer.start({ environment: { COUNCIL_DATA_DIR: folder }, program });
  const ms = performance.now() - began;
  const cpu = cpuSeconds(server.pid);
  await server.stop();
  return { ms, cpu };
}

/** Of a process until now: user and system. */
function cpuSeconds(pid) {
  const [, , , , , , , , , , , user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(user) + Number(system)) / TICKS;
}
