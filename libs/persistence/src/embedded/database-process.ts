import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { FolderInUse, lockFolder } from './data-folder-lock.js';
import { layOut } from './embedded-layout.js';
import { SessionMultiplexer } from './session-multiplexer.js';

/** What the process tells whoever started it, once. */
export type StartReport =
  { readonly state: 'ready' } | { readonly state: 'in-use' } | { readonly state: 'failed'; readonly message: string };

const IDLE_IN_TRANSACTION_MS = 30_000;
/** Nobody is connected any more: whoever restarts finds the database still open. */
const LINGER_MS = 500;
/** Whoever started this process has so long to connect. */
const FIRST_CLIENT_MS = 15_000;
/**
 * PostgreSQL's functions are compiled a second time, slowly and well, when they have executed so many bytes. V8 begins
 * 300 times earlier: the first seconds of each start, and all of a short command, go into compiling what runs a few
 * times more. Measured in docs/performance.md; a V8 that does not know the flag goes on without it.
 */
const OPTIMISE_AFTER_BYTES = 600_000_000;

/**
 * The embedded PostgreSQL: one process a data folder. It belongs to whoever is connected, not to whoever started it, and
 * ends by itself when the last client has left: no signal of a terminal reaches it, and none of its parents' deaths
 * orphans it. It works synchronously, which is why it must not share a process with a server.
 */
async function main(dataDir: string): Promise<void> {
  const layout = layOut(dataDir);
  const unlock = await lockFolder(dataDir);
  setFlagsFromString(`--wasm-tiering-budget=${OPTIMISE_AFTER_BYTES}`);
  // Half a second and 200 MB: a process that came too late for the lock does not pay for it.
  const { openCluster } = await import('./cluster.js');
  const cluster = await openCluster(layout.cluster);
  let lingering: NodeJS.Timeout | null = null;
  let isEnding = false;
  const linger = (ms: number): void => {
    if (lingering !== null) clearTimeout(lingering);
    lingering = setTimeout(() => void end(), ms);
  };
  const multiplexer = new SessionMultiplexer(cluster, {
    idleInTransactionMs: IDLE_IN_TRANSACTION_MS,
    onClients: (count) => {
      if (count === 0) linger(LINGER_MS);
      else if (lingering !== null) clearTimeout(lingering);
    },
  });
  const server = createServer((socket) => {
    multiplexer.accept(socket);
  });
  const end = async (): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    // The name goes first: from now on a client starts a new process, which waits for the lock.
    rmSync(layout.socket, { force: true });
    server.close();
    await multiplexer.drain();
    await cluster.close();
    await unlock();
    process.exit(0);
  };
  await listen(server, layout.socket);
  linger(FIRST_CLIENT_MS);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end());
  report({ state: 'ready' });
}

/** The socket of a process that was killed is still there; the lock says that nobody listens on it. */
async function listen(server: Server, path: string): Promise<void> {
  rmSync(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
}

function report(message: StartReport): void {
  if (process.connected)
    process.send?.(message, () => {
      process.disconnect();
    });
}

process.umask(0o077);
main(process.argv[2] ?? '').catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  report(error instanceof FolderInUse ? { state: 'in-use' } : { state: 'failed', message });
  process.exitCode = 1;
});
