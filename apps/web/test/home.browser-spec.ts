import { expect } from '@playwright/test';
import { test } from './council-page';

test('home shows what there is, and the sample runs without a key', async ({ council }) => {
  const { page } = council;
  await council.open('/');
  await expect(page).toHaveTitle('Home · The Council');
  for (const name of ['Waits for you', 'Running now', 'Recent sessions', 'Spent in seven days']) {
    await expect(page.getByRole('heading', { name })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Run the sample' }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  const row = page.getByRole('region', { name: 'Recent sessions' }).getByRole('listitem').first();
  await expect(row.getByRole('link')).toHaveText(/^Memo: keep the support line/);
  await expect(row.getByText('completed')).toBeVisible();
  await expect(row.getByText('rehearsal')).toBeVisible();
});

test('a server that is gone is said, and what was there stays until it is back', async ({ council, context }) => {
  const { page } = council;
  await council.open('/');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Run the sample' }).click();
  await expect(page.getByText('The server cannot be reached. What you see may be old')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Recent sessions' })).toBeVisible();
  // What was not loaded yet cannot be shown, and comes by itself.
  council.provoked = /Failed to fetch dynamically imported module/;
  await page.getByRole('link', { name: 'Templates' }).first().click();
  await expect(page.getByText('this page was not loaded yet')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: 'Templates' })).toBeVisible();
  await expect(page.getByText('The server cannot be reached. What you see may be old')).toBeHidden();
});

test('a panel whose request fails says why, and the others stay', async ({ council }) => {
  const { page } = council;
  await page.route('**/api/v1/reviews/pending*', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        error: 'not for you',
        code: 'TEST.REFUSED',
        status: 403,
        title: 'Forbidden',
        request_id: 'r-1',
      }),
    }),
  );
  await council.open('/');
  const waiting = page.getByRole('region', { name: 'Waits for you' });
  await expect(waiting.getByRole('alert')).toContainText('TEST.REFUSED');
  await expect(page.getByRole('region', { name: 'Recent sessions' })).toBeVisible();
  await page.unroute('**/api/v1/reviews/pending*');
  await waiting.getByRole('button', { name: 'Try again' }).click();
  await expect(waiting.getByText('Nothing waits for you.')).toBeVisible();
});
