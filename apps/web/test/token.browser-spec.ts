import { expect } from '@playwright/test';
import { test } from './council-page';
import { withCouncil } from './own-council';

const COUNCIL_API_TOKEN = 'a-token-that-nobody-guesses-4711';

test('a server with a token asks for it once, refuses a wrong one, and lets the right one in', async ({ council }) => {
  const { page } = council;
  // The sample is the longest there is: the rehearsal engine reads it for 14 s of a whole processor.
  test.setTimeout(240_000);
  await withCouncil({ COUNCIL_API_TOKEN }, async ({ url }) => {
    await page.goto(`${url}/`);
    const dialog = page.getByRole('dialog', { name: 'This server asks for its token' });
    await expect(dialog).toBeVisible();
    await council.expectAccessible();
    const token = dialog.getByLabel('Token');
    await token.fill('a-token-that-somebody-guessed');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await expect(dialog.getByRole('alert')).toContainText('This is not the token.');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await token.fill(COUNCIL_API_TOKEN);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await expect(dialog).toBeHidden();
    // The channel comes through as well: the room is told of every turn.
    await page.getByRole('button', { name: 'Run the sample' }).click();
    await expect(page.getByText('completed').first()).toBeVisible({ timeout: 180_000 });
    await page.reload();
    await expect(page.getByRole('article').first()).toBeVisible();
    await expect(dialog).toBeHidden();
    expect(await page.evaluate(() => document.cookie)).not.toContain('council_session');
  });
});
