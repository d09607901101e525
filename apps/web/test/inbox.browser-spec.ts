import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { SpawnedServer } from '../../council-server/test/spawned-server.mjs';
import { test } from './council-page';
import { escapeFrom } from './escape-from';
import { startOptimizeSession } from './optimize-session';

/** It gives people five minutes, and goes on without them. */
const QUICK_DECISION = 'e16cd68b-9f96-596a-ac92-8331367b1bd5';
let server: SpawnedServer;
let folder: string;

/** A server of its own: what waits there is what its tests began. */
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'council-inbox-'));
  server = await SpawnedServer.start({ environment: { COUNCIL_DATA_DIR: folder } });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const waiting = (page: Page) => page.getByRole('region', { name: 'Waits for you' });
const decided = (page: Page) => page.getByRole('region', { name: 'Recently decided' }).getByRole('listitem');

async function askQuickly(title: string): Promise<void> {
  const input = { document_content: `# ${title}\n\nWe move in May. The roof is a risk.\n` };
  const answer = await fetch(`${server.url}/api/v1/workflows/execute`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ template_uuid: QUICK_DECISION, title, input }),
  });
  expect(answer.ok).toBe(true);
}

test('an empty inbox says what it is for', async ({ council }) => {
  const { page } = council;
  await page.goto(`${server.url}/reviews`);
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
  await expect(page.getByText('Nothing was decided yet.')).toBeVisible();
});

test('a deadline is counted down, second by second, and what happens then is said', async ({ council }) => {
  const { page } = council;
  await askQuickly('The quick one');
  await page.goto(`${server.url}/reviews`);
  const row = waiting(page).getByRole('listitem').filter({ hasText: 'The quick one' });
  const timer = row.getByRole('timer');
  await expect(timer).toHaveText(/^4:\d\d left$/, { timeout: 60_000 });
  await expect(row).toContainText('then it goes on without you');
  await expect(row).toContainText('Object within five minutes, or the ruling stands.');
  await expect(row).not.toContainText(/\p{Script=Han}/u);
  const first = (await timer.textContent()) ?? '';
  await expect(timer).not.toHaveText(first);
  const passed = (await timer.getAttribute('datetime')) ?? '';
  await page.clock.setFixedTime(new Date(Date.parse(passed) + 1_000));
  await page.reload();
  await expect(timer).toHaveText('The deadline passes now');
});

test('a review is looked at, decided in its room, and stands under what was decided', async ({ council }) => {
  const { page } = council;
  await startOptimizeSession(server.url);
  await page.goto(`${server.url}/reviews`);
  const row = waiting(page).getByRole('listitem').filter({ hasText: 'Saturdays' });
  await expect(row).toContainText('Score', { timeout: 60_000 });
  await expect(row).toContainText('Round 1');
  await expect(row).toContainText('Can it be decided on Friday?');
  await expect(row).toContainText('no deadline');
  await expect(row).toContainText('Textual balance');
  const look = row.getByRole('button', { name: /^Quick look/ });
  await look.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Disagreements' })).toBeVisible();
  await expect(dialog.getByRole('heading', { name: 'Orders' })).toBeVisible();
  await council.expectAccessible();
  await escapeFrom(page, dialog);
  await expect(look).toBeFocused();
  await page.setViewportSize({ width: 390, height: 844 });
  await council.expectNoSidewaysScroll();
  await row.getByRole('link', { name: /^Decide about/ }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: 'Reject' }).click();
  await page.getByLabel('Why it is rejected').fill('The costs are missing.');
  await page.getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByRole('list', { name: 'Decisions' })).toContainText('The costs are missing.');
  await page.goto(`${server.url}/reviews`);
  await expect(row).toHaveCount(0);
  const last = decided(page).first();
  await expect(last).toContainText('Reject');
  await expect(last).toContainText('by you');
  await expect(last).toContainText('just now');
  await expect(last).toContainText('The costs are missing.');
  await council.expectAccessible();
});

test('what was decided is shown page by page, and a part that fails leaves the other', async ({ council }) => {
  const { page } = council;
  const review = {
    review_uuid: '',
    session_uuid: 'b8d2a3de-9a0c-4a55-8d7d-6d3f1f2c9f10',
    session_title: 'Of another page',
    session_objective: '',
    node_id: 'gate',
    node_name: 'gate',
    round: 0,
    status: 'decided',
    decision: { action: 'approve', by: 'user', is_automatic: true, data: {}, decided_at: '2026-01-02T03:04:05.000Z' },
  };
  await page.route('**/api/v1/reviews/decided*', (route) => {
    const isSecond = route.request().url().includes('cursor=next');
    const body = isSecond
      ? { items: [{ ...review, review_uuid: 'b' }], next_cursor: null }
      : { items: [{ ...review, review_uuid: 'a', session_title: 'Of the first page' }], next_cursor: 'next' };
    return route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) });
  });
  await page.route('**/api/v1/reviews/pending*', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ error: 'not for you', code: 'TEST.REFUSED', status: 403, title: 'No', request_id: 'r' }),
    }),
  );
  await page.goto(`${server.url}/reviews`);
  await expect(waiting(page).getByRole('alert')).toContainText('TEST.REFUSED');
  await expect(decided(page)).toHaveCount(1);
  await expect(decided(page).first()).toContainText('automatically, at the deadline');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(decided(page)).toHaveText([/Of the first page/, /Of another page/]);
});
