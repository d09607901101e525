// Builds the server when what stands in dist/ is missing or older than its sources; `npm start` and `npm test` call it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);
const entry = at('dist/apps/council-server/src/main.js');
const stamp = at('dist/.built');
const buildInfo = at('node_modules/.cache/council/build.tsbuildinfo');
const settings = ['package-lock.json', 'tsconfig.json', 'nest-cli.json', 'apps/council-server/tsconfig.app.json'];

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

function newestSource() {
  const sources = ['apps', 'libs']
    .flatMap((floor) => readdirSync(at(floor)).map((name) => at(floor, name, 'src')))
    .filter((folder) => existsSync(folder));
  return Math.max(...sources.map(newestUnder), ...settings.map((file) => statSync(at(file)).mtimeMs));
}

export function isStale() {
  return !existsSync(entry) || !existsSync(stamp) || statSync(stamp).mtimeMs < newestSource();
}

/** Ends the process when the build fails: nothing that follows could work. */
export function build() {
  const nest = at('node_modules/.bin/nest');
  if (!existsSync(nest)) {
    process.stderr.write('The packages are not installed. Run: npm ci\n');
    process.exit(1);
  }
  // The compiler writes only what changed since its last run; after dist/ was deleted it has to begin anew.
  if (!existsSync(entry)) rmSync(buildInfo, { force: true });
  const started = new Date();
  const result = spawnSync(nest, ['build', 'council-server'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.status !== 0) process.exit(result.status ?? 1);
  makeClusterTemplate();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  // A file that was saved during the build counts as newer than it.
  utimesSync(stamp, started, started);
}

/** A fresh cluster of the embedded database: a first start copies it in a second instead of making one in ten. */
function makeClusterTemplate() {
  const { version } = JSON.parse(readFileSync(at('node_modules/@electric-sql/pglite/package.json'), 'utf8'));
  const template = at('dist/cluster-template');
  const note = at('dist/.cluster-template');
  if (existsSync(template) && existsSync(note) && readFileSync(note, 'utf8') === version) return;
  rmSync(template, { recursive: true, force: true });
  const make = at('dist/libs/persistence/src/embedded/make-cluster.js');
  const result = spawnSync(process.execPath, [make, template], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.status !== 0) process.exit(result.status ?? 1);
  writeFileSync(note, version);
}

export function buildIfStale() {
  if (!isStale()) return;
  process.stderr.write('Building...\n');
  build();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
