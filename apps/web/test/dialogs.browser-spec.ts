import { expect } from '@playwright/test';
import { test, THEMES } from './council-page';
import { startOptimizeSession } from './optimize-session';
import { withModel } from './own-council';
import { stutters } from './stuttering-model';

const DOCUMENT = '# The orchard\n\nWe plant forty apple trees behind the old barn in March.\n';

for (const theme of THEMES) {
  test(`what asks before it acts can be read and used by everybody (${theme})`, async ({ council }) => {
    const { page } = council;
    await council.inTheme(theme);
    await council.open(`/sessions/${await startOptimizeSession(process.env['COUNCIL_URL'] ?? '')}`);
    const review = page.getByRole('region', { name: 'The council waits for you' });
    await expect(review).toBeVisible({ timeout: 60_000 });
    await council.expectAccessible();
    await review.getByRole('button', { name: 'Modify', exact: true }).click();
    await expect(page.getByLabel('The document as you want it')).toBeVisible();
    await council.expectAccessible();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Stop this session?' });
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await council.expectAccessible();
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await expect(dialog).toBeHidden();
    await expect(review).toBeHidden();
  });

  test(`a locked session is opened by three confirmations (${theme})`, async ({ council }) => {
    const { page } = council;
    await council.inTheme(theme);
    await withModel(stutters, async ({ url, client }) => {
      const uuid = await client.convene({ document: DOCUMENT, objective: 'Go?' });
      await page.goto(`${url}/sessions/${uuid}`);
      const lock = page.getByRole('region', { name: 'Locked by a safety limit' });
      await expect(lock).toBeVisible({ timeout: 60_000 });
      await expect(page.getByText('held', { exact: true })).toHaveCount(2);
      await expect(page.getByText('At work')).toHaveCount(0);
      await council.expectAccessible();
      const unlock = lock.getByRole('button', { name: 'Unlock and go on' });
      const checks = lock.getByRole('checkbox');
      await expect(checks).toHaveCount(3);
      for (const check of await checks.all()) {
        await expect(unlock).toBeDisabled();
        await check.check();
      }
      await council.expectAccessible();
      await unlock.click();
      // The model stutters still: it goes on, and is locked once more, with nothing confirmed.
      await expect(lock.getByRole('checkbox', { checked: false })).toHaveCount(3, { timeout: 60_000 });
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Stop' }).click();
      await expect(page.getByText('The session was stopped before its end.')).toBeVisible();
    });
  });
}
