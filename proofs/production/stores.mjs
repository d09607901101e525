// PostgreSQL and Redis from Debian's packages, each in a folder of its own on loopback, that stop and start on the same
// port with the same data.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const BIN = '/usr/lib/postgresql/15/bin';
/** PostgreSQL refuses to run as root. */
const IS_ROOT = process.getuid() === 0;
const asOwner = (program, args, options) =>
  IS_ROOT ? run('runuser', ['-u', 'postgres', '--', program, ...args], options) : run(program, args, options);

export async function freePort(address = '127.0.0.1') {
  const server = createServer().listen(0, address);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export class Postgres {
  #folder;
  #password = randomBytes(16).toString('hex');

  constructor(folder, port) {
    this.#folder = join(folder, 'postgres');
    this.port = port;
  }

  static async make(folder) {
    if (!existsSync(`${BIN}/initdb`)) throw new Error('PostgreSQL 15 is missing. Run: scripts/install-postgres.sh');
    const postgres = new Postgres(folder, await freePort());
    await postgres.#init();
    // The image makes its database too before it lets anybody in.
    await postgres.start();
    await postgres.recreate('council');
    await postgres.stop();
    return postgres;
  }

  url(database = 'postgres') {
    return `postgres://postgres:${this.#password}@127.0.0.1:${this.port}/${database}`;
  }

  /** As the health check of the compose file. */
  async isHealthy() {
    return run(`${BIN}/pg_isready`, ['-h', '127.0.0.1', '-p', String(this.port), '-U', 'postgres']).then(
      () => true,
      () => false,
    );
  }

  async start() {
    const options = `-p ${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200`;
    await this.#control('start', '-w', '-l', join(this.#folder, 'log'), '-o', options);
  }

  async stop(mode = 'fast') {
    await this.#control('stop', '-w', '-m', mode).catch(() => undefined);
  }

  async restart() {
    await this.stop();
    await this.start();
  }

  async query(statement, database = 'postgres') {
    const client = new pg.Client({ connectionString: this.url(database) });
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** Whoever is connected to it is cut off. */
  async recreate(name) {
    await this.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await this.query(`CREATE DATABASE ${name}`);
    return this.url(name);
  }

  async #init() {
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, 'password'), this.#password);
    if (IS_ROOT) await run('chown', ['-R', 'postgres', this.#folder]);
    await asOwner(
      `${BIN}/initdb`,
      [
        '-D',
        join(this.#folder, 'data'),
        '-U',
        'postgres',
        '-E',
        'UTF8',
        '--locale=C.UTF-8',
        '--auth=scram-sha-256',
        `--pwfile=${join(this.#folder, 'password')}`,
      ],
      { cwd: this.#folder },
    );
  }

  async #control(...words) {
    // What the server inherits would keep a pipe open for ever.
    const [program, args] = IS_ROOT ? ['runuser', ['-u', 'postgres', '--', `${BIN}/pg_ctl`]] : [`${BIN}/pg_ctl`, []];
    const child = spawn(program, [...args, '-D', join(this.#folder, 'data'), ...words], {
      cwd: this.#folder,
      stdio: 'ignore',
    });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`pg_ctl ${words[0]} ended with ${code}`);
  }
}

export class Redis {
  #folder;
  #child = null;

  constructor(folder, port) {
    this.#folder = join(folder, 'redis');
    mkdirSync(this.#folder, { recursive: true });
    this.port = port;
  }

  get url() {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** As the compose file starts it. */
  async start() {
    const options = {
      port: this.port,
      bind: '127.0.0.1',
      dir: this.#folder,
      appendonly: 'yes',
      'maxmemory-policy': 'noeviction',
    };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    this.#child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const text of this.#child.stdout) if (String(text).includes('Ready to accept connections')) break;
    this.#child.stdout.destroy();
  }

  async stop() {
    if (this.#child === null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
    this.#child = null;
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
