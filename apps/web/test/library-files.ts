import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

/** Opens the menu of one entry and takes what it offers. */
export async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** What is saved when the entry is exported. */
export async function exported(page: Page, name: string): Promise<{ readonly file: string; readonly text: string }> {
  const download = page.waitForEvent('download');
  await choose(page, name, 'Export');
  const saved = await download;
  return { file: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8') };
}

/** Chooses a file by the page's button. */
export async function importFile(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Lets a file fall on the page. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([called, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], called, { type: 'application/json' }));
      return transfer;
    },
    [name, text] as const,
  );
  for (const event of ['dragover', 'drop']) await page.dispatchEvent('body', event, { dataTransfer });
}

/** One of a list that floats over the page. */
export async function pick(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
