import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Escape, and it is gone. What floats hears the key only some tasks after it is shown (Radix subscribes in the second
 * round of effects): no person is that quick, a test on a busy machine is. A key that was lost would leave it open, and
 * the next press on its button would close it.
 */
export async function escapeFrom(page: Page, floating: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(floating).toBeHidden({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}
