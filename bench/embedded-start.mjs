// The embedded database from its start on: V8's own moment for compiling a function again, against the one chosen here.
// `npm run bench embedded-start [rounds]`. A short life (a start, 30 tables, 1,300 statements) and a long one (ten thousand
// statements, an HNSW index); the two settings take turns, and each life is a process of its own.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SETTINGS = { default: [], chosen: ['--wasm-tiering-budget=600000000'] };
const LIVES = ['short', 'long'];
const self = fileURLToPath(import.meta.url);

if (LIVES.includes(process.argv[2])) await live(process.argv[2], process.argv[3]);
else compare(Number(process.argv[2] ?? 3));

function compare(rounds) {
  for (const life of LIVES) {
    const seen = { default: [], chosen: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, flags] of Object.entries(SETTINGS)) seen[name].push(run(life, flags));
    }
    const best = (name, of) => Math.min(...seen[name].map(of));
    for (const name of Object.keys(SETTINGS)) {
      process.stdout.write(
        `${life.padEnd(6)} ${name.padEnd(8)} wall ${best(name, ({ wall }) => wall)} ms, cpu ${best(name, ({ cpu }) => cpu)} ms, last thousand statements ${best(name, ({ last }) => last)} ms\n`,
      );
    }
    const ratio = (of) => (best('chosen', of) / best('default', of)).toFixed(2);
    process.stdout.write(
      `${life.padEnd(6)} ratio    wall ${ratio(({ wall }) => wall)}, cpu ${ratio(({ cpu }) => cpu)}, last thousand ${ratio(({ last }) => last)}\n`,
    );
  }
}

function run(life, flags) {
  const folder = mkdtempSync(join(tmpdir(), 'council-bench-'));
  try {
    cpSync(fileURLToPath(new URL('../dist/cluster-template', import.meta.url)), join(folder, 'cluster'), {
      recursive: true,
    });
    const { stdout, status, stderr } = spawnSync(process.execPath, [...flags, self, life, join(folder, 'cluster')], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function live(life, folder) {
  const { openCluster } = await import(
    new URL('../dist/libs/persistence/src/embedded/cluster.js', import.meta.url).href
  );
  const cluster = await openCluster(folder);
  await cluster.exec('CREATE EXTENSION IF NOT EXISTS vector');
  for (let table = 0; table < 30; table += 1) {
    await cluster.exec(
      `CREATE TABLE t${table} (id bigserial PRIMARY KEY, name text, body jsonb); CREATE INDEX ON t${table} (name)`,
    );
  }
  let last = 0;
  const body = { text: 'A sentence of a session. '.repeat(20) };
  for (let thousand = 0; thousand < (life === 'long' ? 10 : 1); thousand += 1) {
    const began = performance.now();
    for (let row = 0; row < 1_000; row += 1) {
      await cluster.query('INSERT INTO t1 (name, body) VALUES ($1, $2)', [`n${thousand}-${row}`, body]);
    }
    for (let row = 0; row < 300; row += 1) {
      await cluster.query('SELECT * FROM t1 WHERE name = $1', [`n${thousand}-${row}`]);
    }
    last = performance.now() - began;
  }
  if (life === 'long') {
    await cluster.exec(`CREATE TABLE v (e vector(256));
      INSERT INTO v SELECT (SELECT array_agg(random()) FROM generate_series(1, 256) WHERE i > 0)::vector FROM generate_series(1, 2000) i;
      CREATE INDEX ON v USING hnsw (e vector_cosine_ops)`);
  }
  await cluster.close();
  const { user, system } = process.cpuUsage();
  const wall = Math.round(performance.now());
  process.stdout.write(
    JSON.stringify({ wall, cpu: Math.round((user + system) / 1_000), last: Math.round((last * 1_000) / 1_300) }),
  );
}
