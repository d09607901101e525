import { fork } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installationFolder } from '@council/kernel';
import type { StartReport } from './database-process.js';
import { type EmbeddedLayout, layOut } from './embedded-layout.js';

/** The build's, also for tests, which run this file as it was written. */
const ENTRY = join(installationFolder(), 'dist/program/database-process.js');
/** A first start makes a cluster, which takes seconds on a slow disk. */
const START_TIMEOUT_MS = 120_000;
const FOREIGN_START_MS = 3_000;
const RETRY_MS = 50;
const RESTART_PAUSE_MS = 2_000;
/** How long an end of the database is waited for; longer only where somebody else holds it too. */
const END_TIMEOUT_MS = 3_000;

type Say = (message: string) => void;

/**
 * This process's hold on the embedded database of a data folder: starts its process when none runs, keeps it alive by
 * one connection, and starts it anew when it dies. Several processes may hold the same one.
 */
export class EmbeddedDatabase {
  private isClosed = false;

  private constructor(
    private readonly layout: EmbeddedLayout,
    private readonly dataDir: string,
    private hold: Hold,
    private readonly say: Say,
  ) {
    this.watch();
  }

  static async open(dataDir: string, say: Say = () => undefined): Promise<EmbeddedDatabase> {
    mkdirSync(dataDir, { recursive: true });
    const layout = layOut(dataDir);
    return new EmbeddedDatabase(layout, dataDir, await connectOrStart(dataDir, layout), say);
  }

  /** Whether somebody holds it. Looking on keeps nothing alive: what nobody holds has ended by itself meanwhile. */
  static async isInUse(dataDir: string): Promise<boolean> {
    mkdirSync(dataDir, { recursive: true });
    const { socket } = layOut(dataDir);
    const deadline = Date.now() + END_TIMEOUT_MS;
    while (existsSync(socket) && Date.now() < deadline) await sleep(RETRY_MS);
    if (!existsSync(socket)) return false;
    const held = await connectWithin(0, socket);
    held?.destroy();
    return held !== null;
  }

  /** The `host` for PostgreSQL clients. */
  get socketFolder(): string {
    return this.layout.socketFolder;
  }

  /** Lets go. The database ends when nobody else holds it; whoever started it waits for that. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    const { socket, isStarter } = this.hold;
    socket.destroy();
    const deadline = Date.now() + END_TIMEOUT_MS;
    while (isStarter && existsSync(this.layout.socket) && Date.now() < deadline) await sleep(RETRY_MS);
  }

  private watch(): void {
    const { socket } = this.hold;
    // Nothing ever arrives here, but an unread end would keep the socket half open.
    socket.resume();
    socket.on('error', () => undefined);
    socket.once('close', () => {
      if (!this.isClosed) void this.restart();
    });
  }

  /** It may have been closed while the database started. */
  private take(hold: Hold): void {
    this.hold = hold;
    if (this.isClosed) hold.socket.destroy();
    else this.watch();
  }

  private async restart(): Promise<void> {
    this.say('the embedded database has ended unexpectedly: starting it again');
    while (!this.isClosed) {
      try {
        this.take(await connectOrStart(this.dataDir, this.layout));
        return;
      } catch (error) {
        this.say(`the embedded database does not start: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(RESTART_PAUSE_MS);
      }
    }
  }
}

/** The connection that keeps the database alive, and whether its process was started by this one. */
interface Hold {
  readonly socket: Socket;
  readonly isStarter: boolean;
}

async function connectOrStart(dataDir: string, layout: EmbeddedLayout): Promise<Hold> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let isStarter = false;
  for (let patienceMs = 0; Date.now() < deadline;) {
    const socket = await connectWithin(patienceMs, layout.socket);
    if (socket !== null) return { socket, isStarter };
    const report = await start(dataDir, layout);
    if (report.state === 'failed') throw new Error(`${report.message} (${layout.log})`);
    isStarter = report.state === 'ready';
    // Somebody else is starting or ending one right now: that is waited for before another process is made.
    patienceMs = report.state === 'in-use' ? FOREIGN_START_MS : 0;
  }
  throw new Error(
    `the embedded database of ${dataDir} is locked, but does not answer. Is it open on another machine or in another container? Each needs a data folder of its own, or DATABASE_URL.`,
  );
}

/** Tries once, and then again until the time is up. */
async function connectWithin(patienceMs: number, path: string): Promise<Socket | null> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const socket = await tryConnect(path);
    if (socket !== null || Date.now() >= until) return socket;
    await sleep(RETRY_MS);
  }
}

function tryConnect(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      resolve(socket);
    });
    socket.once('error', () => {
      resolve(null);
    });
  });
}

function start(dataDir: string, layout: EmbeddedLayout): Promise<StartReport> {
  if (!existsSync(ENTRY)) throw new Error('the server is not built: run npm run build');
  const log = openSync(layout.log, 'a', 0o600);
  const child = fork(ENTRY, [dataDir], {
    // A session of its own: Ctrl-C is for the server, which closes its connections in order.
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    execArgv: [],
    // Keys have no business there.
    env: { PATH: process.env['PATH'], TZ: 'UTC', NODE_ENV: process.env['NODE_ENV'] },
  });
  closeSync(log);
  child.unref();
  return new Promise((resolve) => {
    const settle = (report: StartReport): void => {
      child.removeAllListeners();
      // It may still fail to be signalled, and an error that nobody listens to ends this process.
      child.on('error', () => undefined);
      resolve(report);
    };
    child.once('message', (report) => {
      settle(report as StartReport);
    });
    child.once('error', (error) => {
      settle({ state: 'failed', message: error.message });
    });
    child.once('exit', (code, signal) => {
      const ended = (): void => {
        settle({
          state: 'failed',
          message: `its process ended (${String(signal ?? code)}) ${lastLine(layout.log)}`.trim(),
        });
      };
      // A busy parent may learn of the end before it has read what the process said last.
      if (child.connected) child.once('disconnect', ended);
      else ended();
    });
  });
}

function lastLine(path: string): string {
  return existsSync(path) ? (readFileSync(path, 'utf8').trim().split('\n').at(-1) ?? '') : '';
}
