import { defineConfig } from '@playwright/test';
import { findChromium, findWholeChromium } from './test/find-chromium';

const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage'];
const LONG = /(viewer|dialogs|audit|failing-model|restart)\.browser-spec\.ts$/;

/** Two workers, on two cores: what a test asks of the sessions that all share, it asks of its own by their titles. */
export default defineConfig({
  testDir: './test',
  projects: [
    // Those of minutes begin, or the last of them runs alone.
    { name: 'long', testMatch: LONG },
    { name: 'tests', testMatch: '*.browser-spec.ts', testIgnore: LONG },
    { name: 'screens', testMatch: '*.screens.ts' },
    {
      name: 'speed',
      testMatch: '*.speed.ts',
      use: { launchOptions: { executablePath: findWholeChromium(), args: ARGUMENTS } },
    },
  ],
  outputDir: '../../.cache/browser',
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // A test that passes the second time is not understood, and counts as failed.
  retries: 0,
  reporter: [['list'], ['json', { outputFile: process.env['BROWSER_RESULTS'] ?? '../../.cache/browser-report.json' }]],
  globalSetup: './test/start-server.ts',
  use: {
    locale: 'en-US',
    timezoneId: 'UTC',
    // A trace takes a third of the time of both cores: `npm run test:browser -- --trace retain-on-failure <name>` has one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium(), args: ARGUMENTS },
  },
});
