// What jest's JSON files say together. `node scripts/test-results.mjs FOLDER [EXPECTED...]` prints `N passed, N failed`.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One run. A suite that could not start counts as one failure, and so does a test that was skipped: none may be. */
export function readRun(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const run = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: run.numPassedTests,
    failed: run.numFailedTests + run.numRuntimeErrorTestSuites + run.numPendingTests + run.numTodoTests,
  };
}

export function sum(runs) {
  return runs.reduce((all, run) => ({ passed: all.passed + run.passed, failed: all.failed + run.failed }), {
    passed: 0,
    failed: 0,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...expected] = process.argv.slice(2);
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const names = new Set([...found, ...expected.map((name) => `${name}.json`)]);
  const { passed, failed } = sum([...names].map((name) => readRun(join(folder, name))));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
