// What compose brings up, from Debian's packages on loopback: PostgreSQL, Redis, two backends and a worker, and nginx before
// them with the image's files. Both backends have the same port at two addresses, which one name has, as inside Docker.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CouncilClient } from '../../apps/council-server/test/council-client.mjs';
import { ScriptedUpstream, speaks } from '../../apps/council-server/test/scripted-upstream.mjs';
import { SpawnedServer } from '../../apps/council-server/test/spawned-server.mjs';
import { Front } from './front.mjs';
import { startNames } from './names.mjs';
import { freePort, Postgres, Redis } from './stores.mjs';
import { SocketWatcher, StreamWatcher } from './watchers.mjs';

const ADDRESSES = ['127.0.0.2', '127.0.0.3'];
const TOKEN = 'rehearsal-token-that-is-long-enough';
export const HEADERS = { authorization: `Bearer ${TOKEN}` };
/** Short, so that a rehearsal need not wait long for what a process left behind. */
const LEASE_MS = 4_000;

const DOCUMENT = {
  document:
    '# Move the archive\n\nThe archive moves to the new storage in the second quarter.\nReading stays possible during the whole move.\nNobody has measured how long the copy takes.\n',
  objective: 'Decide whether to begin',
};
export const BRISK = { pieces: 20, pauseMs: 25 };
/** Long enough for something to happen in the middle. */
export const SLOW = { pieces: 40, pauseMs: 75 };

export class Topology {
  backends = new Map();
  worker = null;
  #ends = [];
  #pace = BRISK;

  static async make({ environment = {} } = {}) {
    const topology = new Topology();
    try {
      await topology.#make(environment);
    } catch (error) {
      await topology.remove();
      throw error;
    }
    return topology;
  }

  async #make(environment) {
    this.folder = mkdtempSync(join(tmpdir(), 'council-production-'));
    // The database runs as somebody else and has to reach its folder.
    chmodSync(this.folder, 0o755);
    this.#ends.push(() => rmSync(this.folder, { recursive: true, force: true }));
    this.postgres = await Postgres.make(this.folder);
    this.#ends.push(() => this.postgres.stop('immediate'));
    this.redis = new Redis(this.folder, await freePort());
    this.#ends.push(() => this.redis.stop());
    this.upstream = await ScriptedUpstream.start((response, call) => speaks(this.#pace)(response, call));
    this.#ends.push(() => this.upstream.stop());
    this.port = await freePort(ADDRESSES[0]);
    this.names = await startNames(() => ADDRESSES);
    this.#ends.push(() => this.names.stop());
    this.front = await Front.make(this.folder, {
      BACKEND_HOST: 'backend',
      BACKEND_PORT: String(this.port),
      NGINX_LOCAL_RESOLVERS: this.names.address,
    });
    this.#ends.push(() => this.front.stop());
    this.#ends.push(() => Promise.all([...this.backends.values(), this.worker].map((one) => one?.kill())));
    this.environment = {
      DATABASE_URL: this.postgres.url('council'),
      REDIS_URL: this.redis.url,
      COUNCIL_API_TOKEN: TOKEN,
      // One program plays all people here: what a person may do in a minute is not what is rehearsed.
      ...{ RATE_READS: 'off', RATE_WRITES: 'off', RATE_EXECUTE: 'off', RATE_GENERATE: 'off', RATE_SOCKETS: 'off' },
      COUNCIL_LEASE_MS: String(LEASE_MS),
      ...{ LLM_PROVIDER: 'custom', LLM_MODEL: 'm', LLM_BASE_URL: this.upstream.baseUrl },
      ...{ NODE_ENV: 'production', LLM_MAX_CONCURRENCY: '64', ...environment },
    };
    this.client = new CouncilClient(() => this.front.url, HEADERS);
  }

  /** In the order of the compose file, each when what it needs is healthy. */
  async bringUp() {
    await this.postgres.start();
    await until('PostgreSQL is healthy', () => this.postgres.isHealthy());
    await this.redis.start();
    for (const address of ADDRESSES) this.startBackend(address);
    this.startWorker();
    for (const address of ADDRESSES) await until(`${address} is healthy`, () => this.isHealthy(address));
    await this.worker.ready;
    await this.front.start();
  }

  get addresses() {
    return ADDRESSES;
  }

  startBackend(address, more = {}) {
    const environment = {
      ...this.environment,
      // For who sets METRICS_PORT: each has it at its own address.
      ...{ HOST: address, METRICS_HOST: address, PORT: String(this.port), ...more },
    };
    const server = new SpawnedServer({ environment });
    this.backends.set(address, server);
    return server;
  }

  startWorker() {
    this.worker = new SpawnedServer({ environment: this.environment, command: 'worker' });
    return this.worker;
  }

  /** As the health check of the image asks. */
  isHealthy(address) {
    return fetch(`http://${address}:${this.port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  }

  health() {
    return fetch(`${this.front.url}/health`).then((answer) => answer.json());
  }

  /** How fast the model speaks from now on. */
  set pace(pace) {
    this.#pace = pace;
  }

  convene() {
    return this.client.convene(DOCUMENT);
  }

  socket(session) {
    return new SocketWatcher(this.front.url, HEADERS, session);
  }

  stream(session) {
    return new StreamWatcher(this.front.url, HEADERS, session);
  }

  /** What is shown to a client that comes when all is over. */
  async wholeOf(session) {
    const watcher = this.stream(session);
    await watcher.ended;
    return watcher.seqs;
  }

  /** Everything that is still there ends. */
  async remove() {
    for (const end of this.#ends.reverse()) await end();
  }
}

export async function until(what, isSo, timeoutMs = 60_000) {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs / 1_000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Rejects after so long; what it waits for goes on. */
export async function within(what, timeoutMs, promise) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(reject, timeoutMs, new Error(`not within ${timeoutMs / 1_000} s: ${what}`));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function demand(isSo, what) {
  if (!isSo) throw new Error(what);
}
