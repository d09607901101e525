// `npm run bench`: lists the benchmarks (bench/*.mjs). `npm run bench NAME [arguments]` runs one. Ratios count, not times:
// docs/performance.md keeps them with command and date.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { buildIfStale } from './build.mjs';

const names = readdirSync('bench')
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length));
const [wanted, ...rest] = process.argv.slice(2);
if (wanted === undefined) {
  for (const name of names) {
    const [first = ''] = readFileSync(`bench/${name}.mjs`, 'utf8').split('\n');
    process.stdout.write(`${name.padEnd(16)} ${first.replace(/^\/\/ ?/, '')}\n`);
  }
} else if (names.includes(wanted)) {
  buildIfStale();
  const run = spawnSync(process.execPath, [`bench/${wanted}.mjs`, ...rest], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
} else {
  process.stderr.write(`No such benchmark: ${wanted}. There are: ${names.join(', ')}\n`);
  process.exitCode = 2;
}
