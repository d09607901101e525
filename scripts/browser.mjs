// `npm run test:browser [arguments of Playwright]`: the web client in Chromium, on the built server and its embedded
// database. Writes what came of it where the other sizes of test do.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { buildIfStale } from './build.mjs';

const RESULTS = resolve('.cache/tests/browser.json');
const report = resolve('.cache/browser-report.json');

/** In the words of the other runs (`test-results.mjs`). What was skipped or passed by luck counts as not passed. */
function counts() {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

buildIfStale();
mkdirSync(dirname(RESULTS), { recursive: true });
const run = spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'apps/web/playwright.config.ts',
    ...['--project=long', '--project=tests'],
    ...process.argv.slice(2),
  ],
  { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, BROWSER_RESULTS: report } },
);
const { passed, failed } = counts();
writeFileSync(
  RESULTS,
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  }),
);
process.stdout.write(`browser ${passed} passed, ${failed} failed\n`);
process.exitCode = run.status === 0 && failed === 0 ? 0 : 1;
