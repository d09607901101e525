import { expect, type Locator, type Page } from '@playwright/test';

const OPEN = ':not([disabled]):not([aria-disabled="true"]):not([data-disabled])';
const BUTTONS = `button${OPEN}:not([inert] *):visible`;
const FLOATING = '[role="menu"], [role="dialog"], [role="alertdialog"], [role="listbox"]';

/** What a control is called, without the name of what it is for: twenty menus of one kind are pressed once. */
const kindsIn = (scope: Locator): Promise<string[]> =>
  scope.locator(BUTTONS).evaluateAll((buttons) =>
    buttons.map((button) => {
      const name = button.getAttribute('aria-label') ?? button.textContent;
      return `${button.getAttribute('role') ?? ''} ${name.trim().split(' ').slice(0, 2).join(' ')}`;
    }),
  );

/** Presses every button of the page that is not closed, and whatever opens then. Links are left alone: they lead, and do nothing. */
export async function pressEverything(page: Page, open: () => Promise<void>): Promise<void> {
  await open();
  const main = page.getByRole('main');
  const before = { url: page.url(), kinds: await kindsIn(main) };
  const pressed = new Set<string>();
  const press = async (kind: string): Promise<void> => {
    await expect.poll(() => kindsIn(main)).toContain(kind);
    await main
      .locator(BUTTONS)
      .nth((await kindsIn(main)).indexOf(kind))
      .click();
  };
  for (const kind of before.kinds) {
    if (pressed.has(kind)) continue;
    pressed.add(kind);
    await press(kind);
    await pressWhatFloats(page, () => press(kind));
    const isSame = page.url() === before.url && (await kindsIn(main)).join() === before.kinds.join();
    if (!isSame) await open();
  }
}

async function pressWhatFloats(page: Page, again: () => Promise<void>): Promise<void> {
  const floating = page.locator(FLOATING);
  if ((await floating.count()) === 0) return;
  if (await page.getByRole('listbox').isVisible()) {
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    return;
  }
  const entries = `[role="menuitem"]${OPEN}:not(a), [role="menuitemradio"], [role*="dialog"] button${OPEN}`;
  const count = await page.locator(entries).count();
  for (let index = 0; index < count; index += 1) {
    if ((await floating.count()) === 0) await again();
    // What was pressed before may have left fewer: a form in the place of a menu.
    if ((await page.locator(entries).count()) <= index) break;
    await page.locator(entries).nth(index).click();
    // What a menu opened in its turn: a dialog with a form.
    const send = page.locator(`[role*="dialog"] button${OPEN}`).last();
    if ((await send.count()) > 0 && (await send.isVisible())) await send.click();
    await closeAll(page);
  }
  await closeAll(page);
}

async function closeAll(page: Page): Promise<void> {
  for (let tries = 0; tries < 3 && (await page.locator(FLOATING).count()) > 0; tries += 1) {
    await page.keyboard.press('Escape');
  }
}
