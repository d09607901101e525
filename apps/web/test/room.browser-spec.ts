import { expect } from '@playwright/test';
import { test } from './council-page';

const SESSION = () => `/sessions/${process.env['COUNCIL_SAMPLE'] ?? ''}`;

test('a rehearsal is watched from its start to its report, and a reload keeps it', async ({ council }) => {
  const { page } = council;
  // The sample is the longest there is: the rehearsal engine reads it for 14 s of a whole processor.
  test.setTimeout(240_000);
  await council.open('/');
  await page.getByRole('button', { name: 'Run the sample' }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.getByText('completed').first()).toBeVisible({ timeout: 180_000 });
  const articles = await page.getByRole('article').count();
  expect(articles).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Show Course' }).click();
  await expect(page.getByRole('region', { name: 'Steps' }).getByText('done', { exact: true })).not.toHaveCount(0);
  await page.getByRole('tab', { name: 'Report' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as Markdown' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.md$/);
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(articles);
  await expect(page.getByRole('heading', { name: /Balance of the text/ })).toBeVisible();
});

test('a reference leads to its lines, and the lines say who cites them', async ({ council }) => {
  const { page } = council;
  await council.open(SESSION());
  const chip = page
    .getByRole('article')
    .getByRole('button', { name: /^Lines L\d+/ })
    .first();
  const line = /^L(\d+)/.exec((await chip.textContent()) ?? '')?.[1] ?? '';
  await chip.click();
  const marked = page.locator(`[data-line="${line}"]`);
  await expect(marked).toHaveAttribute('data-marked', 'true');
  await expect(marked).toBeInViewport();
  await marked.getByRole('button', { name: /, cited by / }).click();
  const menu = page.getByRole('menuitem').first();
  if (await menu.isVisible()) await menu.click();
  await expect(page).toHaveURL(/#turn-/);
  await expect(page.locator('[data-linked=true]')).toBeInViewport();
  await council.expectAccessible();
});

test('what cannot be done any more is disabled and says why', async ({ council }) => {
  const { page } = council;
  await council.open(SESSION());
  for (const name of ['Pause', 'Answer now', 'Stop']) {
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAttribute('title', 'The session is over.');
  }
  await expect(page.getByRole('textbox', { name: 'Say something to the council' })).toBeDisabled();
});

test('on a phone everything is a tab, and a reference opens the document', async ({ council }) => {
  const { page } = council;
  await page.setViewportSize({ width: 390, height: 844 });
  await council.open(SESSION());
  await council.expectNoSidewaysScroll();
  await page
    .getByRole('article')
    .getByRole('button', { name: /^Lines L\d+/ })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: 'Document' })).toHaveAttribute('data-state', 'active');
  await expect(page.locator('[data-marked=true]').first()).toBeInViewport();
  for (const name of ['Course', 'Report', 'Ledger', 'Conversation']) {
    await page.getByRole('tab', { name }).click();
    await council.expectNoSidewaysScroll();
    await council.expectAccessible();
  }
});

test('a panel takes all the width, gives it back, is folded, and is remembered', async ({ council }) => {
  const { page } = council;
  await page.setViewportSize({ width: 1440, height: 900 });
  await council.open(SESSION());
  const widthOf = async (name: string) =>
    (await page.getByRole('region', { name, exact: true }).boundingBox())?.width ?? 0;
  const show = (name: string) => page.getByRole('button', { name: `Show ${name}`, exact: true });
  // Who comes for the first time sees what is said, and a rail with the way to the rest.
  await expect(show('Course')).toBeVisible();
  await show('Course').click();
  await page.getByRole('button', { name: 'Give Papers all the width' }).click();
  await expect.poll(() => widthOf('Papers')).toBeGreaterThan(1_000);
  await page.keyboard.press('Alt+Shift+Digit0');
  await expect.poll(() => widthOf('Papers')).toBeLessThan(800);
  await page.keyboard.press('Alt+Shift+BracketLeft');
  await expect(show('Course')).toBeVisible();
  await page.reload();
  await show('Course').click();
  await expect.poll(() => widthOf('Course')).toBeGreaterThan(150);
  const edge = page.getByRole('separator', { name: /^Width of Course/ });
  const before = await widthOf('Course');
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => widthOf('Course')).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Fold Papers', exact: true }).click();
  await expect(show('Papers')).toBeVisible();
  await council.expectAccessible();
});

test('another answer is asked for in a session of its own', async ({ council }) => {
  const { page } = council;
  await council.open(SESSION());
  await page.getByRole('article').last().getByRole('button', { name: 'Another answer' }).click();
  const dialog = page.getByRole('alertdialog', { name: /^Another answer of / });
  await dialog.getByRole('button', { name: 'Hold it again' }).click();
  await expect(page).not.toHaveURL(new RegExp(SESSION()));
  await expect(page.getByText('completed').first()).toBeVisible({ timeout: 60_000 });
});

test('a message is copied, and its link leads to it', async ({ council }) => {
  const { page } = council;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await council.open(SESSION());
  const last = page.getByRole('article').last();
  await last.getByRole('button', { name: 'Copy the message' }).click();
  await expect(page.getByText('Message copied').first()).toBeVisible();
  expect((await page.evaluate(() => navigator.clipboard.readText())).length).toBeGreaterThan(20);
  await last.getByRole('button', { name: 'Copy a link to the message' }).click();
  await expect(page.getByText('Link copied').first()).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('[data-linked=true]')).toBeInViewport();
});
