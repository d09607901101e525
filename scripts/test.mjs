// `npm test`: unit, integration on the embedded database, end-to-end. All three run, whatever the first one says.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { readRun, sum } from './test-results.mjs';

const results = '.cache/tests';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
buildIfStale();

const started = Date.now();
let isGreen = true;
const runs = ['unit', 'int', 'e2e'].map((size) => {
  const file = join(results, `${size}.json`);
  process.stdout.write(`\n== ${size}\n`);
  const run = spawnSync(process.execPath, ['scripts/jest.mjs', size, '--json', `--outputFile=${file}`], {
    // With --json jest writes its report to stderr and the JSON to the file; stdout has nothing to say.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) isGreen = false;
  const counts = readRun(file);
  // Jest may fail without a failed test (a setup that throws): that must not read as success.
  return { size, passed: counts.passed, failed: run.status === 0 ? counts.failed : Math.max(1, counts.failed) };
});

process.stdout.write('\n');
for (const run of runs) process.stdout.write(`${run.size.padEnd(5)} ${run.passed} passed, ${run.failed} failed\n`);
const total = sum(runs);
const seconds = Math.round((Date.now() - started) / 1000);
process.stdout.write(`total ${total.passed} passed, ${total.failed} failed in ${seconds} s\n`);
process.exit(isGreen && total.failed === 0 ? 0 : 1);
