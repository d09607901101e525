import { expect } from '@playwright/test';
import { test } from './council-page';
import { tabTo } from './keys';

const PLAN =
  '# Move the archive\n\nWe move the archive to the new hall in May.\n\nRisks: the roof is not done; nobody has counted the boxes.\n';
test('from the first page to the report in a file, without a mouse', async ({ council }) => {
  const { page } = council;
  await council.open('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, page.getByRole('link', { name: 'Start', exact: true }).first());
  await page.keyboard.press('Enter');
  await council.settled();
  const debate = page.getByRole('radio', { name: 'Council Debate', exact: true });
  await tabTo(page, debate);
  await page.keyboard.press('ArrowDown');
  await expect(debate).not.toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(debate).toBeChecked();
  await tabTo(page, page.getByLabel('Document', { exact: true }));
  await page.keyboard.insertText(PLAN);
  await tabTo(page, page.getByLabel('Objective'));
  await page.keyboard.type('Is May realistic?');
  await expect(page.getByText('No model takes part')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Convene the council' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  await expect(page.getByText('completed').first()).toBeVisible({ timeout: 60_000 });
  await tabTo(page, page.getByRole('tab', { name: 'Document' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Report' })).toBeFocused();
  const save = page.getByRole('button', { name: 'Save as Markdown' });
  await expect(save).toBeVisible();
  await tabTo(page, save);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('Move-the-archive.md');
});

test('a review is decided without a mouse', async ({ council }) => {
  const { page } = council;
  await council.open('/start');
  const optimize = page.getByRole('radio', { name: 'Council Optimize', exact: true });
  await tabTo(page, page.getByRole('radio', { name: 'Council Debate', exact: true }));
  while (!(await optimize.isChecked())) {
    await page.keyboard.press('ArrowDown');
    // Or the next press takes it on to the one after.
    await expect(page.locator('input[type=radio]:focus')).toBeChecked();
  }
  await tabTo(page, page.getByLabel('Document', { exact: true }));
  await page.keyboard.insertText(PLAN);
  await page.keyboard.press('Control+Enter');
  const review = page.getByRole('region', { name: 'The council waits for you' });
  await expect(review).toBeVisible({ timeout: 60_000 });
  await tabTo(page, review.getByRole('button', { name: 'Reject' }));
  await page.keyboard.press('Enter');
  const reason = page.getByLabel('Why it is rejected');
  await expect(reason).toBeFocused();
  await page.keyboard.type('The boxes are not counted.');
  await tabTo(page, review.getByRole('button', { name: 'Reject' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Decisions' })).toContainText('The boxes are not counted.');
});
