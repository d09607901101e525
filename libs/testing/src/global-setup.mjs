// Before the first integration or end-to-end suite: migrates the database that every suite gets a copy of, by the built
// command line. On TEST_DATABASE_URL when it is set, else embedded.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { clusterFolder, root, templateDatabase } from './test-cluster.mjs';

export default async function globalSetup() {
  const { TEST_DATABASE_URL } = process.env;
  if (TEST_DATABASE_URL) await makeTemplateDatabase(TEST_DATABASE_URL);
  else makeCluster();
}

function makeCluster() {
  const folder = clusterFolder();
  if (existsSync(folder)) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (const name of readdirSync(join(root, '.cache'), { withFileTypes: true })) {
    if (name.name.startsWith('test-cluster-')) rmSync(join(root, '.cache', name.name), { recursive: true });
  }
  const unfinished = `${folder}-unfinished`;
  migrate({ COUNCIL_DATA_DIR: unfinished, DATABASE_URL: '' });
  renameSync(unfinished, folder);
}

async function makeTemplateDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const name = templateDatabase();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) {
    await client.query(`CREATE DATABASE ${name}_unfinished`);
    const address = new URL(url);
    address.pathname = `/${name}_unfinished`;
    migrate({ DATABASE_URL: address.href });
    await client.query(`ALTER DATABASE ${name}_unfinished RENAME TO ${name}`);
  }
  await client.end();
}

function migrate(environment) {
  const run = spawnSync(process.execPath, ['bin/council-server.mjs', 'migrate', 'up'], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`council-server migrate up failed:\n${run.stdout}${run.stderr}`);
}
