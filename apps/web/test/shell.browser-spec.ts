import { expect } from '@playwright/test';
import { test } from './council-page';
import { escapeFrom } from './escape-from';

test('the language changes at once, and is there again after a reload', async ({ council }) => {
  const { page } = council;
  await council.open('/');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('交给议事会');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.reload();
  await expect(page).toHaveTitle('首页 · 议事会');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveTitle('Home · The Council');
});

test('the files of the page at hand are asked for before the entry runs, its words in the language of the browser', async ({
  council,
}) => {
  const { page } = council;
  const asked = () =>
    page.evaluate(() => {
      const { domInteractive } = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
      return performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < domInteractive)
        .map(({ name }) => name.replace(/^.+\/(.+)-[\w-]{8}\.js$/, '$1'));
    });
  await council.open('/start');
  expect(await asked()).toEqual(expect.arrayContaining(['start-page', 'start', 'templates']));
  await page.getByRole('button', { name: '中文' }).click();
  await council.open(`/sessions/${process.env['COUNCIL_SAMPLE'] ?? ''}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await asked()).toEqual(expect.arrayContaining(['session-page', 'session']));
  const words = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => /\/(session-[\w-]{8}\.js)$/.exec(name)?.[1] ?? []),
  );
  expect(new Set(words).size).toBe(1);
  await council.open('/');
  expect(await asked()).not.toContain('start-page');
});

test('the theme follows the system until one is chosen, which is there again before the first paint', async ({
  council,
}) => {
  const { page } = council;
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await council.open('/');
  const light = await ground();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.getByRole('button', { name: 'Theme: as the system' }).click();
  expect(await ground()).toBe(light);
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await ground()).toBe(light);
});

test('the skip link is the first stop of the keyboard, and leads to the content', async ({ council }) => {
  const { page } = council;
  await council.open('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('an address that leads nowhere says so, with a way back', async ({ council }) => {
  const { page } = council;
  await council.open('/no-such-place');
  await expect(page).toHaveTitle('There is nothing here · The Council');
  await page.getByRole('link', { name: 'To the home page' }).click();
  await expect(page).toHaveTitle('Home · The Council');
  await expect(page.locator('#main')).toBeFocused();
  await council.open('/agents/11111111-1111-4111-8111-111111111111');
  await expect(page.getByText('There is no such agent.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page).toHaveTitle('Agents · The Council');
});

test('a dialog traps the focus, closes with Escape and gives the focus back', async ({ council }) => {
  const { page } = council;
  await council.open('/components');
  const opener = page.getByRole('button', { name: 'Open a dialog' });
  await opener.click();
  const dialog = page.getByRole('dialog', { name: 'About this verdict' });
  await expect(dialog).toBeVisible();
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await council.expectAccessible();
  await escapeFrom(page, dialog);
  await expect(opener).toBeFocused();
  await page.keyboard.press('Alt+Shift+Slash');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('AltShift1');
  await council.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('a form is held against the schema of the server', async ({ council }) => {
  const { page } = council;
  await council.open('/components');
  const usd = page.getByLabel('At most, in US dollars');
  await usd.fill('-1');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(usd).toHaveAttribute('aria-invalid', 'true');
  await expect(usd).toBeFocused();
  await usd.fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The budget is valid').first()).toBeVisible();
});

test('a panel that breaks says so, leaves the others, and comes when it is tried again', async ({ council }) => {
  const { page } = council;
  council.provoked = /Cannot read properties of undefined/;
  const lists = '**/api/v1/sessions?*';
  await page.route(lists, (route) =>
    route.fulfill({ json: { items: [{ title: 'Half a session' }], next_cursor: null } }),
  );
  await council.open('/');
  const recent = page.getByRole('region', { name: 'Recent sessions' });
  await expect(recent.getByRole('alert')).toContainText('This part broke');
  await expect(page.getByRole('region', { name: 'Waits for you' }).getByRole('alert')).toHaveCount(0);
  await page.unroute(lists);
  await recent.getByRole('button', { name: 'Try again' }).click();
  await expect(recent.getByRole('link').nth(1)).toBeVisible();
});

test('a page that breaks says so, leaves the navigation where it is, and is forgotten at the next address', async ({
  council,
}) => {
  const { page } = council;
  council.provoked = /Failed to fetch dynamically imported module/;
  await page.route(/assets\/(agents-page|account-menu)-.*\.js$/, (route) => route.abort());
  await council.open('/');
  const navigation = page.getByRole('navigation', { name: 'Main' }).first();
  await navigation.getByRole('link', { name: 'Agents' }).click();
  await expect(page.getByRole('heading', { name: 'This page broke' })).toBeVisible();
  await expect(page.getByText('The council was updated while this page was open')).toBeVisible();
  await navigation.getByRole('link', { name: 'Groups' }).click();
  await expect(page).toHaveTitle('Groups · The Council');
});
