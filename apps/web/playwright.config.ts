import { defineConfig } from '@playwright/test';
import { findChromium } from './test/find-chromium';

/** Two workers, on two cores: what a test asks of the sessions that all share, it asks of its own by their titles. */
export default defineConfig({
  testDir: './test',
  projects: [
    { name: 'tests', testMatch: '*.browser-spec.ts' },
    { name: 'screens', testMatch: '*.screens.ts' },
    // What a trace costs would be measured with it.
    { name: 'speed', testMatch: '*.speed.ts', use: { trace: 'off' } },
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
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium(), args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  },
});
