import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installationFolder } from '@council/kernel';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';

/** The major version of PostgreSQL that the embedded engine is, and so of the files that it can open. */
const PG_MAJOR = '18';

/** `dist/cluster-template`, which the build makes: copying a fresh cluster takes a second, making one takes ten. */
const TEMPLATE = join(installationFolder(), 'dist/cluster-template');

/** Opens the cluster in that folder; makes it first where there is none. Whoever calls holds the folder's lock. */
export async function openCluster(folder: string, template = TEMPLATE): Promise<PGlite> {
  if (!existsSync(folder)) await makeCluster(folder, template);
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== PG_MAJOR) {
    throw new Error(`${folder} was written by PostgreSQL ${version}, and this version of the server reads ${PG_MAJOR}`);
  }
  return open(folder);
}

/** Under another name until it is whole: a process that dies in the middle leaves nothing that looks like a cluster. */
export async function makeCluster(folder: string, template?: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  if (template !== undefined && existsSync(join(template, 'PG_VERSION'))) {
    cpSync(template, unfinished, { recursive: true });
  } else {
    const cluster = await open(unfinished);
    await cluster.close();
  }
  chmodSync(unfinished, 0o700);
  renameSync(unfinished, folder);
}

function open(folder: string): Promise<PGlite> {
  return PGlite.create({ dataDir: folder, extensions: { vector } });
}
