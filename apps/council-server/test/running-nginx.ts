import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readNginxTemplate, renderNginx } from './nginx-template.js';

const PROGRAM = 'nginx';
const HOW_TO_GET_IT = 'nginx is missing. On Debian: apt-get install nginx-light (its service may stay off).';

/** A real nginx with the frontend's template and a page of its own, on a free port of loopback. */
export class RunningNginx {
  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(page: Readonly<Record<string, string>>, backendPort: number): Promise<RunningNginx> {
    const folder = mkdtempSync(join(tmpdir(), 'council-nginx-'));
    const port = await freePort();
    writePage(join(folder, 'page'), page);
    writeFileSync(join(folder, 'nginx.conf'), surrounding(folder, siteOf(folder, port, backendPort)));
    const log = openSync(join(folder, 'log'), 'a');
    const child = spawn(PROGRAM, ['-p', folder, '-e', join(folder, 'log'), '-c', join(folder, 'nginx.conf')], {
      stdio: ['ignore', log, log],
    });
    const nginx = new RunningNginx(port, folder, child);
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

/** The template as the container's entrypoint renders it, but for the places where it listens, reads and logs. */
function siteOf(folder: string, port: number, backendPort: number): string {
  const { text } = readNginxTemplate();
  const rendered = renderNginx(text, {
    BACKEND_HOST: '127.0.0.1',
    BACKEND_PORT: String(backendPort),
    NGINX_LOCAL_RESOLVERS: '127.0.0.1',
  });
  return [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['root /usr/share/nginx/html;', `root ${folder}/page;`],
    ['access_log /dev/stdout council;', `access_log ${folder}/log council;`],
  ].reduce((site, [from = '', to = '']) => {
    if (!site.includes(from)) throw new Error(`the nginx template has no "${from}"`);
    return site.replace(from, to);
  }, rendered);
}

/** What the image's own nginx.conf gives: types, and folders that an ordinary user may write to. */
function surrounding(folder: string, site: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    'daemon off; master_process off;',
    `pid ${folder}/pid;`,
    'events {}',
    'http {',
    ...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
    'types { text/html html; text/css css; text/javascript js; image/svg+xml svg; }',
    site,
    '}',
  ].join('\n');
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
