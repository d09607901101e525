// The frontend's nginx configuration as the container's entrypoint renders it, but for the places where it listens, reads,
// writes and logs; for tests and proofs (which are not TypeScript).
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = (file) => fileURLToPath(new URL(`../../../docker/nginx/${file}`, import.meta.url));
const SCRIPT = source('16-council.envsh');
const FROM_SCRIPT = ['COUNCIL_TLS', 'COUNCIL_REAL_IP', 'COUNCIL_TRUSTED', 'PUBLIC_URL'];

/** As the image's entrypoint does it: only variables that were given are replaced. */
export function renderNginx(text, values) {
  return text.replaceAll(/\$\{([A-Z_]+)\}/g, (whole, name) => values[name] ?? whole);
}

/** What the image's own script makes of the settings; throws what it refuses. */
export function nginxVariables(settings) {
  const shown = FROM_SCRIPT.map((name) => `printf '%s\\n' "$${name}"`).join('; ');
  const lines = execFileSync('sh', ['-c', `. "$0"; ${shown}`, SCRIPT], {
    env: { PATH: process.env.PATH, ...settings },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).split('\n');
  return Object.fromEntries(FROM_SCRIPT.map((name, at) => [name, lines[at] ?? '']));
}

/**
 * Writes the whole configuration into `folder` and answers the path of its main file. `settings` are the variables of the
 * container; certificates lie in `folder`/tls; everything is logged to `folder`/log.
 */
export function writeNginxSite({ folder, root, port, tlsPort = 0, settings = {} }) {
  const variables = { ...settings, ...nginxVariables({ COUNCIL_TLS_DIR: join(folder, 'tls'), ...settings }) };
  const places = [
    ['/etc/nginx/conf.d/', `${folder}/conf.d/`],
    ['/etc/nginx/tls/', `${folder}/tls/`],
    ['/usr/share/nginx/html', root],
    ['/dev/stdout', `${folder}/log`],
    ['/dev/stderr', `${folder}/log`],
    ['/tmp/', `${folder}/tmp/`],
    ['listen 127.0.0.1:8081;', `listen unix:${folder}/health;`],
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['listen 443 ', `listen 127.0.0.1:${tlsPort} `],
  ];
  // At once, so that a folder below /tmp is not moved twice.
  const any = new RegExp(places.map(([from]) => from.replaceAll('.', '\\.')).join('|'), 'g');
  const moved = (text) => text.replaceAll(any, (found) => new Map(places).get(found) ?? found);
  const render = (file) => moved(renderNginx(readFileSync(source(file), 'utf8'), variables));
  mkdirSync(join(folder, 'conf.d/council'), { recursive: true });
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  for (const scheme of ['http', 'https']) {
    writeFileSync(join(folder, `conf.d/council/listen-${scheme}.conf`), render(`listen-${scheme}.conf.template`));
  }
  writeFileSync(join(folder, 'conf.d/default.conf'), render('default.conf.template'));
  writeFileSync(join(folder, 'nginx.conf'), moved(readFileSync(source('nginx.conf'), 'utf8')));
  return join(folder, 'nginx.conf');
}
