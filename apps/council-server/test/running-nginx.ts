import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeNginxSite } from './nginx-site.mjs';

const PROGRAM = 'nginx';
const HOW_TO_GET_IT = 'nginx is missing. On Debian: apt-get install nginx-light (its service may stay off).';

const ONE_PROCESS = 'daemon off; master_process off;';
const TO_BACKEND = { BACKEND_HOST: '127.0.0.1', NGINX_LOCAL_RESOLVERS: '127.0.0.1' };

interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** A real nginx with the frontend's template and a page of its own, on a free port of loopback. */
export class RunningNginx {
  private constructor(
    readonly port: number,
    readonly tlsPort: number,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  /** `settings` are more variables of the container; with a certificate it ends TLS at `tlsPort`. */
  static async start(
    page: Readonly<Record<string, string>>,
    backendPort: number,
    settings: Readonly<Record<string, string>> = {},
    certificate?: Certificate,
  ): Promise<RunningNginx> {
    const folder = mkdtempSync(join(tmpdir(), 'council-nginx-'));
    const [port, tlsPort] = [await freePort(), await freePort()];
    writePage(join(folder, 'page'), page);
    if (certificate !== undefined) writeCertificate(join(folder, 'tls'), certificate);
    const main = writeNginxSite({
      ...{ folder, root: join(folder, 'page'), port, tlsPort },
      settings: { ...TO_BACKEND, BACKEND_PORT: String(backendPort), ...settings },
    });
    const log = openSync(join(folder, 'log'), 'a');
    const child = spawn(PROGRAM, ['-p', folder, '-e', join(folder, 'log'), '-c', main, '-g', ONE_PROCESS], {
      stdio: ['ignore', log, log],
    });
    const nginx = new RunningNginx(port, tlsPort, folder, child);
    await nginx.isListening();
    return nginx;
  }

  /** One line a request, and what nginx complained of. */
  readLog(): string {
    return readFileSync(join(this.folder, 'log'), 'utf8');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = new Promise((resolve) => this.child.once('exit', resolve));
      this.child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async isListening(): Promise<void> {
    let end: string | undefined;
    this.child.once('error', (error: NodeJS.ErrnoException) => {
      end = error.code === 'ENOENT' ? HOW_TO_GET_IT : error.message;
    });
    this.child.once('exit', (code) => (end ??= `nginx ended with ${String(code)}:\n${this.readLog()}`));
    while (!(await canConnect(this.port))) {
      if (end === undefined) continue;
      rmSync(this.folder, { recursive: true, force: true });
      throw new Error(end);
    }
  }
}

function writeCertificate(folder: string, { certificate, key }: Certificate): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'fullchain.pem'), certificate);
  writeFileSync(join(folder, 'privkey.pem'), key);
}

/** Beside each file its compressed copy, as the image's build makes them. */
function writePage(root: string, page: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(page)) {
    const file = join(root, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    writeFileSync(`${file}.gz`, gzipSync(content));
  }
}

/** Free a moment ago; nginx cannot be asked which port it took. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => {
      setTimeout(resolve, 20, false);
    });
  });
}
