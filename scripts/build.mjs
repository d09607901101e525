// Builds the server and the web client when what stands in dist/ is missing or older than its sources; `npm start` and
// `npm test` call it. `node scripts/build.mjs web` (or `server`) builds only that.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);
const compiled = at('dist/apps/council-server/src/main.js');
const entry = at('dist/program/main.js');
const page = at('dist/apps/web/index.html');
const serverStamp = at('dist/.built');
const webStamp = at('dist/.web-built');
const buildInfo = at('node_modules/.cache/council/build.tsbuildinfo');

/** Newest change under a folder; a removed file shows in the time of its folder. Tests are not part of the build. */
function newestUnder(folder) {
  let newest = statSync(folder).mtimeMs;
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    if (/spec\.ts$/.test(item.name)) continue;
    const path = join(folder, item.name);
    newest = Math.max(newest, item.isDirectory() ? newestUnder(path) : statSync(path).mtimeMs);
  }
  return newest;
}

const newest = (folders, files) =>
  Math.max(...folders.map((folder) => newestUnder(at(folder))), ...files.map((file) => statSync(at(file)).mtimeMs));

function newestServerSource() {
  const libs = readdirSync(at('libs')).map((name) => `libs/${name}/src`);
  return newest(
    ['apps/council-server/src', ...libs.filter((folder) => existsSync(at(folder)))],
    [
      ...['package-lock.json', 'tsconfig.json', 'nest-cli.json', 'apps/council-server/tsconfig.app.json'],
      'scripts/bundle.mjs',
    ],
  );
}

function newestWebSource() {
  return newest(
    ['apps/web/src', 'apps/web/public', 'apps/web/build', 'libs/contracts/src'],
    ['package-lock.json', 'scripts/build.mjs', ...['index.html', 'vite.config.ts'].map((file) => `apps/web/${file}`)],
  );
}

const isOlder = (stamp, newestMs) => !existsSync(stamp) || statSync(stamp).mtimeMs < newestMs;
const isServerStale = () => !existsSync(entry) || isOlder(serverStamp, newestServerSource());
const isWebStale = () => !existsSync(page) || isOlder(webStamp, newestWebSource());

/** Ends the process when the build fails: nothing that follows could work. */
function run(program, ...args) {
  if (!existsSync(at(program))) {
    process.stderr.write('The packages are not installed. Run: npm ci\n');
    process.exit(1);
  }
  const result = spawnSync(process.execPath, [at(program), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** A file that was saved during the build counts as newer than it. */
function note(stamp, started) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

function buildServer() {
  // The compiler writes only what changed since its last run; after dist/ was deleted it has to begin anew.
  if (!existsSync(compiled)) rmSync(buildInfo, { force: true });
  const started = new Date();
  run('node_modules/@nestjs/cli/bin/nest.js', 'build', 'council-server');
  run('scripts/bundle.mjs');
  makeClusterTemplate();
  note(serverStamp, started);
}

function buildWeb() {
  const started = new Date();
  run('node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn');
  compress(dirname(page));
  note(webStamp, started);
}

/** Once, here, instead of for every request: the server and nginx send the copy to who can read it. */
function compress(folder) {
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name);
    if (item.isDirectory()) compress(path);
    else if (/\.(html|css|js|svg|json)$/.test(item.name))
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}

/** A fresh cluster of the embedded database: a first start copies it in a second instead of making one in ten. */
function makeClusterTemplate() {
  const { version } = JSON.parse(readFileSync(at('node_modules/@electric-sql/pglite/package.json'), 'utf8'));
  const template = at('dist/cluster-template');
  const versionNote = at('dist/.cluster-template');
  if (existsSync(template) && existsSync(versionNote) && readFileSync(versionNote, 'utf8') === version) return;
  rmSync(template, { recursive: true, force: true });
  const make = at('dist/libs/persistence/src/embedded/make-cluster.js');
  const result = spawnSync(process.execPath, [make, template], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.status !== 0) process.exit(result.status ?? 1);
  writeFileSync(versionNote, version);
}

export function buildIfStale() {
  const [server, web] = [isServerStale(), isWebStale()];
  if (!server && !web) return;
  process.stderr.write('Building...\n');
  if (server) buildServer();
  if (web) buildWeb();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [only] = process.argv.slice(2);
  if (only !== 'web') buildServer();
  if (only !== 'server') buildWeb();
}
