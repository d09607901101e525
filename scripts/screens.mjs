// `npm run screens [part of a view's name]`: draws every view into docs/screens/, in both themes, at 1440, 1024 and 390
// pixels. Somebody has to look at them. They are not kept, but for those that the README shows.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { buildIfStale } from './build.mjs';

/** What the README shows, by the picture it is made of. */
const SHOWN = {
  'session-light-1440.png': 'room.png',
  'start-light-1440.png': 'start.png',
  'room-that-waits-light-1440.png': 'review.png',
  'phone.png': 'phone.png',
};

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

mkdirSync('docs/images', { recursive: true });
for (const [drawn, shown] of Object.entries(SHOWN)) {
  if (existsSync(`docs/screens/${drawn}`)) copyFileSync(`docs/screens/${drawn}`, `docs/images/${shown}`);
}
