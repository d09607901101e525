import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** Somebody else has the folder open. */
export class FolderInUse extends Error {
  constructor(readonly folder: string) {
    super(`the data folder ${folder} is in use by another process`);
    this.name = 'FolderInUse';
  }
}

/**
 * Holds a folder for this process. The kernel lets go when the process ends, however it ends, so that the lock cannot go
 * stale: on Linux it is a socket without a file (within one network namespace), elsewhere a socket file that is probed.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const server = createServer((socket) => socket.destroy());
  const address = lockAddress(folder);
  if (!address.startsWith('\0')) await removeStale(address, folder);
  await listen(server, address, folder);
  server.unref();
  return () =>
    new Promise((resolve) =>
      server.close(() => {
        resolve();
      }),
    );
}

/** By device and inode: the same folder under another name is the same folder. */
function lockAddress(folder: string): string {
  const { dev, ino } = statSync(folder);
  const id = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24);
  return process.platform === 'linux' ? `\0council-database-${id}` : join(folder, 'lock.sock');
}

async function removeStale(address: string, folder: string): Promise<void> {
  const isHeld = await new Promise<boolean>((resolve) => {
    const probe = connect(address);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => {
      resolve(false);
    });
  });
  if (isHeld) throw new FolderInUse(folder);
  rmSync(address, { force: true });
}

function listen(server: Server, path: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new FolderInUse(folder) : error);
    });
    server.listen({ path, exclusive: true }, () => {
      resolve();
    });
  });
}
