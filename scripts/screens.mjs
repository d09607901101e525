// `npm run screens [part of a view's name]`: draws every view into docs/screens/, in both themes, at 1440, 1024 and 390
// pixels. Somebody has to look at them.
import { spawnSync } from 'node:child_process';
import { buildIfStale } from './build.mjs';

buildIfStale();
const [part] = process.argv.slice(2);
const run = spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    ...['--config', 'apps/web/playwright.config.ts', '--project=screens', '--reporter=list'],
    ...(part === undefined ? [] : ['--grep', part]),
  ],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
process.exitCode = run.status ?? 1;
