// `npm run web:speed`: how soon the built client shows its largest part (LCP), and how long it keeps the browser busy
// (total blocking time), on a processor that is slowed down four times; the median of five first visits on this machine.
// Fails only beyond twice the budget: what else the machine does is in the figures.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { buildIfStale } from './build.mjs';

const RESULTS = resolve('.cache/tests/speed.jsonl');
/** In milliseconds. */
const LCP = 1_500;
const TBT = 200;
const FAILS_BEYOND = 2;

const markOf = (share) => (share <= 1 ? 'ok    ' : share <= FAILS_BEYOND ? 'SLOW  ' : 'FAILED');

buildIfStale();
mkdirSync(dirname(RESULTS), { recursive: true });
rmSync(RESULTS, { force: true });
const run = spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    ...['--config', 'apps/web/playwright.config.ts', '--project=speed', '--reporter=line'],
  ],
  { encoding: 'utf8', env: { ...process.env, SPEED_RESULTS: RESULTS } },
);
if (run.status !== 0 || !existsSync(RESULTS)) {
  process.stdout.write(`${run.stdout}${run.stderr}\nthe speed was not measured\n`);
  process.exit(1);
}
const rows = readFileSync(RESULTS, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const worstOf = ({ lcp, tbt }) => Math.max(lcp / LCP, tbt / TBT);
for (const row of rows) {
  const [lcp, tbt] = [row.lcp, row.tbt].map((ms) => ms.toFixed(0).padStart(5));
  process.stdout.write(
    `${markOf(worstOf(row))} ${row.name.padEnd(10)} LCP ${lcp} of ${LCP} ms, blocked ${tbt} of ${TBT} ms\n`,
  );
}
process.exitCode = rows.every((row) => worstOf(row) <= FAILS_BEYOND) ? 0 : 1;
