// Files that are made from the code and committed. `npm run generated` fails when one of them is out of date;
// `node scripts/generated.mjs` writes them again.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { clientTypes, openApiFile } from './api-description.mjs';
import { buildIfStale } from './build.mjs';
import { nodesPage } from './nodes-page.mjs';
import { securityPage } from './security-page.mjs';

/** Which lib really imports which, drawn from the imports themselves. */
function dependencyPicture() {
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['apps', 'libs', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
      ...['--exclude', '(spec\\.ts$|/test/|node_modules|(^|/)dist/)', '--collapse', '^(apps|libs)/[^/]+'],
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!run.stdout) throw new Error(run.stderr);
  const isOurs = (path) => /^(apps|libs)\/[^/]+$/.test(path);
  const short = (path) => path.split('/')[1];
  const arrows = JSON.parse(run.stdout)
    .modules.filter((module) => isOurs(module.source))
    .flatMap((module) =>
      module.dependencies
        .map((dependency) => dependency.resolved)
        .filter((path) => isOurs(path) && path !== module.source)
        .map((path) => `  ${short(module.source)} --> ${short(path)}`),
    );
  return [
    '# Who imports whom',
    '',
    'Made from the imports by `node scripts/generated.mjs`; what is allowed stands in `.dependency-cruiser.cjs`.',
    '',
    '```mermaid',
    'graph TD',
    ...[...new Set(arrows)].sort(),
    '```',
    '',
  ].join('\n');
}

const files = {
  'docs/dependencies.md': dependencyPicture,
  'docs/nodes.md': nodesPage,
  'docs/openapi.json': openApiFile,
  'docs/security.md': securityPage,
  'apps/web/src/api/schema.d.ts': clientTypes,
};

buildIfStale();
const isCheck = process.argv.includes('--check');
const stale = [];
for (const [path, make] of Object.entries(files)) {
  const content = await make();
  if (existsSync(path) && readFileSync(path, 'utf8') === content) continue;
  if (!isCheck) writeFileSync(path, content);
  stale.push(path);
}
if (isCheck && stale.length > 0) {
  const names = stale.join(', ');
  process.stderr.write(`Out of date: ${names}. Run: node scripts/generated.mjs\n`);
  process.exit(1);
}
for (const path of stale) process.stdout.write(`wrote ${path}\n`);
