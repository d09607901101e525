import { expect, type Locator, type Page } from '@playwright/test';

/** Far more stops than any page has. */
const STOPS = 150;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Goes there as somebody without a mouse does: by Tab, over everything that lies before it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(target)) {
      await expect(target).toBeInViewport();
      return;
    }
  }
  throw new Error(`${String(target)} is not reached by Tab`);
}

/** Presses it by Enter, wherever it is. */
export async function pressByKey(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Writes in it instead of what stands there. */
export async function writeByKey(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Opens a menu or a list, goes from its first entry down to this one and takes it. */
export async function takeByKey(page: Page, opener: Locator, entry: Locator): Promise<void> {
  await pressByKey(page, opener);
  await expect(entry).toBeVisible();
  await move(page, 'Home');
  for (let stop = 0; stop < STOPS && !(await hasFocus(entry)); stop += 1) await move(page, 'ArrowDown');
  await expect(entry).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(entry).toBeHidden();
}

/** In a list the focus follows the key a task later: the next key, pressed before, would be one too many. */
async function move(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
}
