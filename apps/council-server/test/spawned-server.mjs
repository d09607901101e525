// The built server in a process of its own, as users run it; for end-to-end tests and proofs (which are not TypeScript).
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../bin/council-server.mjs', import.meta.url));
/** Node's own options, so that they reach every process and thread that the program starts: the database, the encoder. */
export const LOOPBACK_ONLY = {
  NODE_OPTIONS: `--import=${new URL('../../../libs/testing/src/loopback-guard.mjs', import.meta.url).href}`,
};
const URL_LINE = /The Council is at (http:\/\/\S+)\n/;
const READY = { serve: URL_LINE, worker: /The worker is ready.*\n/ };
const READY_TIMEOUT_MS = 60_000;

export class SpawnedServer {
  #child;
  #output = '';
  #command;

  /** Does not wait; `ready` does. `command` is serve or worker. */
  constructor({ environment, command = 'serve', program = PROGRAM }) {
    this.#command = command;
    this.#child = spawn(process.execPath, [program, command], {
      // Nothing of the caller's environment, and no `.env` of the repository, reaches the server.
      cwd: tmpdir(),
      env: { PATH: process.env.PATH, PORT: '0', COUNCIL_NO_PROBE: '1', ...LOOPBACK_ONLY, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exited = new Promise((resolve) => this.#child.once('close', (code, signal) => resolve({ code, signal })));
    this.ready = this.#waitUntilReady();
    // Whoever kills a server while it starts does not wait for it.
    this.ready.catch(() => undefined);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.#output += text));
    }
  }

  static async start(options) {
    const server = new SpawnedServer(options);
    await server.ready;
    return server;
  }

  /** Everything it has printed. */
  get output() {
    return this.#output;
  }

  get url() {
    const url = URL_LINE.exec(this.#output)?.[1];
    if (url === undefined) throw new Error(`the server is not ready:\n${this.#output}`);
    return url;
  }

  get pid() {
    return this.#child.pid;
  }

  get isAlive() {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Resolves when the process is gone and its output is whole. */
  async kill(signal = 'SIGKILL') {
    this.#child.kill(signal);
    await this.exited;
  }

  async stop() {
    await this.kill('SIGTERM');
  }

  async #waitUntilReady() {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (!READY[this.#command].test(this.#output)) {
      if (!this.isAlive) throw new Error(`the server ended before it was ready:\n${this.#output}`);
      if (Date.now() > deadline) {
        this.#child.kill('SIGKILL');
        throw new Error(`the server was not ready within ${READY_TIMEOUT_MS} ms:\n${this.#output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return URL_LINE.exec(this.#output)?.[1];
  }
}
