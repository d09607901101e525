import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the embedded database keeps what inside the data folder. */
export interface EmbeddedLayout {
  /** PostgreSQL's own files. */
  readonly cluster: string;
  /** Mode 0700: whoever reaches the socket in it is the superuser. */
  readonly socketFolder: string;
  readonly socket: string;
  readonly log: string;
}

/** PostgreSQL clients look for this name in the folder that they are given as host. */
const SOCKET_NAME = '.s.PGSQL.5432';
export const EMBEDDED_PORT = 5432;
/** The kernel's limit of a socket's path, with some air. */
const MAX_SOCKET_PATH = 100;

/** Makes the folders that are missing, readable by their owner alone. */
export function layOut(dataDir: string): EmbeddedLayout {
  const home = join(dataDir, 'embedded');
  makePrivate(home);
  const inside = join(home, 'socket');
  const socketFolder = Buffer.byteLength(join(inside, SOCKET_NAME)) <= MAX_SOCKET_PATH ? inside : elsewhere(home);
  makePrivate(socketFolder);
  return {
    cluster: join(home, 'cluster'),
    socketFolder,
    socket: join(socketFolder, SOCKET_NAME),
    log: join(home, 'database.log'),
  };
}

/** The same folder always gets the same place. */
function elsewhere(home: string): string {
  const id = createHash('sha256').update(home).digest('hex').slice(0, 16);
  return join(tmpdir(), `council-${String(process.getuid?.() ?? 0)}-${id}`);
}

function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}
