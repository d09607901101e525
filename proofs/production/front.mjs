// nginx with the image's own files, before the built page.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeNginxSite } from '../../apps/council-server/test/nginx-site.mjs';
import { freePort } from './stores.mjs';

export class Front {
  #folder;
  #child = null;
  #settings;

  constructor(folder, port, settings) {
    this.#folder = join(folder, 'nginx');
    this.port = port;
    this.#settings = settings;
  }

  static async make(folder, settings) {
    const front = new Front(folder, await freePort(), settings);
    const page = join(folder, 'page');
    // As the image's build lays them down.
    cpSync('dist/apps/web', page, { recursive: true });
    cpSync('examples', join(page, 'samples'), { recursive: true });
    for (const name of readdirSync('examples').filter((file) => file.endsWith('.md'))) {
      writeFileSync(join(page, 'samples', `${name}.gz`), gzipSync(readFileSync(join('examples', name))));
    }
    return front;
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  get log() {
    return readFileSync(join(this.#folder, 'log'), 'utf8');
  }

  /** `mangle` breaks the rendered site, for who wants to see a check fail. */
  async start(mangle = (text) => text) {
    mkdirSync(this.#folder, { recursive: true });
    const main = writeNginxSite({
      ...{ folder: this.#folder, root: join(this.#folder, '../page'), port: this.port, settings: this.#settings },
    });
    const site = join(this.#folder, 'conf.d/default.conf');
    writeFileSync(site, mangle(readFileSync(site, 'utf8')));
    const log = openSync(join(this.#folder, 'log'), 'a');
    const args = ['-p', this.#folder, '-e', join(this.#folder, 'log'), '-c', main, '-g', 'daemon off; user root;'];
    this.#child = spawn('nginx', args, { stdio: ['ignore', log, log] });
    while (!(await this.#answers())) {
      if (this.#child.exitCode !== null) throw new Error(`nginx ended:\n${this.log}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async stop() {
    if (this.#child === null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await gone;
    this.#child = null;
  }

  async restart(mangle) {
    await this.stop();
    await this.start(mangle);
  }

  #answers() {
    return fetch(this.url).then(
      (answer) => answer.ok,
      () => false,
    );
  }
}
