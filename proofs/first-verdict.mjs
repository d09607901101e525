// A clean clone, `npm ci`, `npm start`: the first verdict on a sample within 60 s of the install's end
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CouncilClient } from '../apps/council-server/test/council-client.mjs';

const SAMPLE = 'examples/product-proposal.md';
const LIMIT_S = 60;
const READY = /The Council is at (http:\/\/\S+)\n/;
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'council-clone-'));
const clone = join(folder, 'the-council');
let server = null;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void clear().then(() => process.exit(1)));

try {
  run('git', ['clone', '--quiet', root, clone], folder);
  console.log(`commit ${run('git', ['rev-parse', '--short', 'HEAD'], clone).trim()}, load average ${load()}`);
  const installAt = Date.now();
  run('npm', ['ci', '--no-audit', '--no-fund'], clone);
  const installedAt = Date.now();
  console.log(`npm ci: ${seconds(installAt, installedAt)} s; from here on`);
  const url = await start();
  console.log(`${since(installedAt)} s: npm start has built what was missing and is ready, load average ${load()}`);
  const { total, kind } = await firstVerdict(url);
  const tookS = (Date.now() - installedAt) / 1_000;
  console.log(`${tookS.toFixed(1)} s: the first verdict, ${total} (${kind}), load average ${load()}`);
  const changed = run('git', ['status', '--porcelain'], clone).trim();
  if (changed !== '') console.log(`WRONG: the clone is not clean any more:\n${changed}`);
  process.exitCode = tookS < LIMIT_S && changed === '' ? 0 : 1;
} finally {
  await clear();
}

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  return stdout;
}

/** `npm start` as the README has it, but on any free port, and with no setting of the caller's. */
function start() {
  const { PATH, HOME } = process.env;
  // A group of its own: npm, the starting script and the server are ended together.
  server = spawn('npm', ['start'], { cwd: clone, env: { PATH, HOME, PORT: '0' }, detached: true });
  let output = '';
  return new Promise((resolve, reject) => {
    const hear = (text) => {
      output += text;
      const url = READY.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    };
    for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', hear);
    server.once('error', reject).once('exit', () => reject(new Error(`npm start ended:\n${output}`)));
  });
}

async function firstVerdict(url) {
  const client = new CouncilClient(() => url);
  const document = readFileSync(join(clone, SAMPLE), 'utf8');
  const id = await client.convene({ document, objective: 'Decide whether to fund it' });
  const { status, verdict, error } = await client.untilEnded(id, LIMIT_S * 1_000);
  if (status !== 'completed' || typeof verdict?.weighted_total !== 'number') {
    throw new Error(`the session ended ${status} without a verdict: ${JSON.stringify(error)}`);
  }
  return { total: verdict.weighted_total, kind: verdict.kind };
}

async function clear() {
  if (server?.pid !== undefined && server.exitCode === null && server.signalCode === null) {
    const gone = new Promise((resolve) => server.once('close', resolve));
    process.kill(-server.pid, 'SIGTERM');
    await gone;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

function seconds(from, to) {
  return ((to - from) / 1_000).toFixed(1);
}

function since(from) {
  return seconds(from, Date.now());
}

function load() {
  return loadavg()[0].toFixed(1);
}
