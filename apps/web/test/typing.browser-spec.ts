import { expect } from '@playwright/test';
import { test } from './council-page';

/** Fields whose words stand in the address. */
const SEARCHES = ['/templates', '/agents', '/sessions', '/settings/prices'];

for (const path of SEARCHES) {
  test(`${path}: what is typed quickly or composed arrives whole`, async ({ council }) => {
    const { page } = council;
    await council.open(path);
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const field = page.getByRole('searchbox');
    await field.focus();
    // Without a pause between letters, as a scanner or somebody very quick would.
    await Promise.all(Array.from('archive hall', (letter) => page.keyboard.insertText(letter)));
    await expect(field).toHaveValue('archive hall');
    await expect(page).toHaveURL(/q=archive(\+|%20)hall$/);
    await field.fill('');
    // As an input method does: the letters stand there until they are a word.
    for (const text of ['y', 'yi', 'yi h', 'yi hui']) {
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await client.send('Input.insertText', { text: '议会' });
    await expect(field).toHaveValue('议会');
    await expect(page).toHaveURL(/q=%E8%AE%AE%E4%BC%9A$/);
  });
}
