import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** An empty database of the proof's own: on the PostgreSQL that the environment names, else embedded in a new folder. */
export async function makeDatabasePlace() {
  const url = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  return url ? makeOnServer(url) : makeEmbedded();
}

export function makeEmbedded() {
  const folder = mkdtempSync(join(tmpdir(), 'council-proof-'));
  return {
    kind: 'embedded',
    environment: { COUNCIL_DATA_DIR: folder },
    processes: () => databaseProcesses(folder),
    remove: async () => {
      await untilGone(() => databaseProcesses(folder));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeOnServer(url) {
  const name = `council_proof_${process.pid}`;
  const { rows } = await administer(url, 'SHOW server_version');
  await administer(url, `CREATE DATABASE ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return {
    kind: `PostgreSQL ${rows[0].server_version}`,
    environment: { DATABASE_URL: address.href },
    processes: () => [],
    remove: () => administer(url, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function administer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

function databaseProcesses(folder) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [, entry = '', own] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        // A process that has ended and was not waited for yet has no command line any more.
        return entry.endsWith('database-process.js') && own === folder;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Whoever kept the database open has gone, so that its process has to end by itself: one that does not is an orphan. */
async function untilGone(processes) {
  const deadline = Date.now() + 20_000;
  while (processes().length > 0) {
    if (Date.now() > deadline) throw new Error('the database process is still there, and nobody uses it');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
